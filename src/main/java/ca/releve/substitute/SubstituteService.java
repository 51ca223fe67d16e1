package ca.releve.substitute;

import ca.releve.catalog.Catalogs;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with the records of substitutes. */
@Service
@Transactional
class SubstituteService {

    private final SubstituteStore substitutes;
    private final Catalogs catalogs;
    private final History history;

    SubstituteService(SubstituteStore substitutes, Catalogs catalogs, History history) {
        this.substitutes = substitutes;
        this.catalogs = catalogs;
        this.history = history;
    }

    UUID create(SubstituteForm form, Actor actor) {
        Substitute substitute = substitutes.save(form.toSubstitute());
        tell(actor, substitute, "substitute.created", null);
        return substitute.id();
    }

    void edit(UUID id, int version, SubstituteForm form, Actor actor) {
        Substitute substitute = substitute(id, version);
        form.changes(substitute, catalogs.in(Locale.CANADA_FRENCH))
                .record(history, actor, Subject.ofService(id), "substitute.changed", substitute.name());
        form.apply(substitute);
    }

    void deactivate(UUID id, int version, String reason, Actor actor) {
        Substitute substitute = substitute(id, version);
        substitute.deactivate();
        tell(actor, substitute, "substitute.deactivated", reason);
    }

    void reactivate(UUID id, int version, Actor actor) {
        Substitute substitute = substitute(id, version);
        substitute.reactivate();
        tell(actor, substitute, "substitute.reactivated", null);
    }

    private Substitute substitute(UUID id, int version) {
        Substitute substitute = substitutes.findById(id).orElseThrow(NotFound::new);
        substitute.requireVersion(version);
        return substitute;
    }

    private void tell(Actor actor, Substitute substitute, String event, String reason) {
        history.record(actor, Subject.ofService(substitute.id()), event, reason, Fact.text(substitute.name()));
    }
}
