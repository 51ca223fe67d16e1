package ca.releve.client;

import ca.releve.shared.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The store of clients. */
public interface ClientStore extends JpaRepository<Client, UUID> {

    boolean existsByNameAndIdNot(String name, UUID id);

    @Query("""
            select new ca.releve.client.ClientWithFacilities$Row(c, f)
              from Client c left join Facility f on f.clientId = c.id
             where c.id = :id
             order by function('fold', f.name), f.id
            """)
    List<ClientWithFacilities.Row> rowsWithFacilities(UUID id);

    /** @throws NotFound if there is no such client */
    default ClientWithFacilities getWithFacilities(UUID id) {
        List<ClientWithFacilities.Row> rows = rowsWithFacilities(id);
        Client client = rows.stream().findFirst().orElseThrow(NotFound::new).client();
        return new ClientWithFacilities(
                client,
                rows.stream()
                        .map(ClientWithFacilities.Row::facility)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
