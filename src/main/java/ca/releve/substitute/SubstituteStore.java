package ca.releve.substitute;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** The repository of substitutes. */
interface SubstituteStore extends JpaRepository<Substitute, UUID> {

    boolean existsByEmailCanonicalAndIdNot(String emailCanonical, UUID id);

    @EntityGraph(attributePaths = {"jobFunctionIds", "ageGroupIds"})
    Optional<Substitute> findWholeById(UUID id);
}
