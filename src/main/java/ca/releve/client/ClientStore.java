package ca.releve.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The store of clients. */
interface ClientStore extends JpaRepository<Client, UUID> {

    boolean existsByNameAndIdNot(String name, UUID id);

    @Query("""
            select new ca.releve.client.ClientWithFacilities$Row(c, f)
              from Client c left join Facility f on f.clientId = c.id
             where c.id = :id
             order by function('fold', f.name), f.id
            """)
    List<ClientWithFacilities.Row> rowsWithFacilities(UUID id);

    default Optional<ClientWithFacilities> findWithFacilities(UUID id) {
        List<ClientWithFacilities.Row> rows = rowsWithFacilities(id);
        return rows.stream()
                .findFirst()
                .map(row -> new ClientWithFacilities(
                        row.client(),
                        rows.stream()
                                .map(ClientWithFacilities.Row::facility)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
