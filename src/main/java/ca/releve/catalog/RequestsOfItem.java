package ca.releve.catalog;

import ca.releve.history.Actor;
import ca.releve.web.form.ComingRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The requests that use an item of a list: the module of the requests implements it, since it knows them. */
public interface RequestsOfItem {

    /** Those that were sent and have shifts to come, the next first. */
    List<ComingRow> of(CatalogList list, UUID itemId);

    /** Cancels these requests; everybody concerned is told. */
    void cancel(Collection<UUID> requestIds, String reason, Actor by);
}
