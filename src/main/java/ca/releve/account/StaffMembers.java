package ca.releve.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** Finds members of the staff. */
public interface StaffMembers extends JpaRepository<StaffMember, UUID> {

    Optional<StaffMember> findByEmailCanonical(String emailCanonical);

    boolean existsByRoleAndActiveTrue(Role role);
}
