package ca.releve.replacement.template;

import ca.releve.client.ManagerScope;
import ca.releve.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The templates of the facilities that a manager sees (ACC-05). */
interface RequestTemplates extends Repository<RequestTemplate, UUID> {

    RequestTemplate save(RequestTemplate template);

    void delete(RequestTemplate template);

    @Query("""
            select t from RequestTemplate t
             where t.id = :id and t.clientId = :#{#scope.clientId} and t.facilityId in :#{#scope.facilityIds()}
            """)
    Optional<RequestTemplate> find(UUID id, ManagerScope scope);

    /** @throws NotFound if there is none, or it is not hers to see */
    default RequestTemplate get(UUID id, ManagerScope scope) {
        return find(id, scope).orElseThrow(NotFound::new);
    }
}
