package ca.releve.client;

import ca.releve.web.Choice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The clients, for reading. */
public interface Clients extends Repository<Client, UUID> {

    Optional<Client> findById(UUID id);

    @Query("select c.name from Client c where c.id = :id")
    Optional<String> nameOf(UUID id);

    /** All clients by name, for a filter; the inactive ones too, since their requests can still be looked for. */
    default List<Choice> choices() {
        return names(false).stream().map(it -> Choice.of(it.id(), it.name())).toList();
    }

    /** The active clients by name. */
    default List<Choice> activeChoices() {
        return names(true).stream().map(it -> Choice.of(it.id(), it.name())).toList();
    }

    @Query("""
            select new ca.releve.client.Clients$Name(c.id, c.name) from Client c
             where :activeOnly = false or c.active
             order by function('fold', c.name), c.id limit 1000
            """)
    List<Name> names(boolean activeOnly);

    /** A client, as far as a list of choices needs it. */
    record Name(UUID id, String name) {}
}
