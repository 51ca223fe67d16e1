package ca.releve.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The accounts, by the address that people sign in with. */
public interface Accounts extends JpaRepository<Account, UUID> {

    Optional<Account> findByEmailCanonical(String emailCanonical);
}
