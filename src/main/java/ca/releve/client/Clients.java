package ca.releve.client;

import ca.releve.web.form.Choice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Finds clients. */
public interface Clients extends Repository<Client, UUID> {

    Optional<Client> findById(UUID id);

    @Query("select c.name from Client c where c.id = :id")
    Optional<String> nameOf(UUID id);

    /** The active clients by name. */
    default List<Choice> activeChoices() {
        return choices(active());
    }

    static List<Choice> choices(List<Name> names) {
        return names.stream().map(it -> Choice.of(it.id(), it.name())).toList();
    }

    @Query("""
            select new ca.releve.client.Clients$Name(c.id, c.name, true) from Client c
             where c.active
             order by function('fold', c.name), c.id limit 1000
            """)
    List<Name> active();

    /**
     * The id and name of a client.
     *
     * @param exact whether it is what was asked for, and not only a likely one
     */
    record Name(UUID id, String name, boolean exact) {}
}
