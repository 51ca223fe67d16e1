package ca.releve.substitute;

import ca.releve.catalog.Catalogs;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.shared.NotFound;
import ca.releve.shared.StaleVersion;
import ca.releve.web.form.ComingForm;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, edits, deactivates and reactivates substitutes. */
@Service
@Transactional
class SubstituteService {

    private final SubstituteStore substitutes;
    private final Catalogs catalogs;
    private final ComingShifts coming;
    private final History history;

    SubstituteService(SubstituteStore substitutes, Catalogs catalogs, ComingShifts coming, History history) {
        this.substitutes = substitutes;
        this.coming = coming;
        this.catalogs = catalogs;
        this.history = history;
    }

    UUID create(SubstituteForm form, Actor actor) {
        Substitute substitute = substitutes.save(form.toSubstitute());
        record(actor, substitute, "substitute.created", null);
        return substitute.id();
    }

    void edit(UUID id, int version, SubstituteForm form, Actor actor) {
        Substitute substitute = substitute(id, version);
        form.changes(substitute, catalogs.in(Locale.CANADA_FRENCH))
                .record(history, actor, Subject.ofService(id), "substitute.changed", substitute.name());
        form.apply(substitute);
    }

    /**
     * Deactivates a substitute, after releasing her from the shifts that the form names.
     *
     * @throws StaleVersion if she is expected on a shift of which the form does not say what happens
     */
    void deactivate(UUID id, int version, ComingForm form, Actor actor) {
        // Requests are locked before substitutes, as an assignment does.
        coming.release(id, form.takenBack(coming.ofSubstitute(id)), form.reasonOrNull(), actor);
        Substitute substitute = substitute(id, version);
        substitute.deactivate();
        substitutes.flush();
        // From here on nobody can assign her; somebody may have done so since the page was shown.
        if (!form.decides(coming.ofSubstitute(id))) {
            throw new StaleVersion();
        }
        record(actor, substitute, "substitute.deactivated", form.getReason());
    }

    void reactivate(UUID id, int version, Actor actor) {
        Substitute substitute = substitute(id, version);
        substitute.reactivate();
        record(actor, substitute, "substitute.reactivated", null);
    }

    private Substitute substitute(UUID id, int version) {
        Substitute substitute = substitutes.findById(id).orElseThrow(NotFound::new);
        substitute.requireVersion(version);
        return substitute;
    }

    private void record(Actor actor, Substitute substitute, String event, String reason) {
        history.record(actor, Subject.ofService(substitute.id()), event, reason, Fact.text(substitute.name()));
    }
}
