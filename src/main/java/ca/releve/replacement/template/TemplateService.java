package ca.releve.replacement.template;

import ca.releve.account.CurrentAccount;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementRequest;
import ca.releve.replacement.ReplacementRequests;
import ca.releve.replacement.Shift;
import ca.releve.replacement.ShiftStatus;
import ca.releve.shared.RuleViolation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the templates of a manager’s facilities. */
@Service
@Transactional
class TemplateService {

    private final RequestTemplates templates;
    private final ReplacementRequests requests;
    private final TemplateRows rows;
    private final History history;

    TemplateService(RequestTemplates templates, ReplacementRequests requests, TemplateRows rows, History history) {
        this.templates = templates;
        this.requests = requests;
        this.rows = rows;
        this.history = history;
    }

    /** Makes a template of a request: its need, and the hours of its shifts that are not cancelled. */
    void create(UUID requestId, String name, CurrentAccount me) {
        ReplacementRequest request = requests.get(requestId, me.scope());
        List<PlannedShift> shifts = request.shifts().stream()
                .filter(it -> it.status() != ShiftStatus.CANCELLED)
                .map(Shift::planned)
                .toList();
        RuleViolation.unless(!shifts.isEmpty(), "rule.template.no-schedule");
        RuleViolation.unless(!rows.isTaken(name, request.facilityId(), me.scope()), "rule.template.name-taken");
        RequestTemplate template = templates.save(new RequestTemplate(
                request.clientId(), request.facilityId(), name, request.need(), WeeklyTimes.of(shifts)));
        record("template.created", template, me, Fact.text(name));
    }

    void rename(UUID id, int version, String name, CurrentAccount me) {
        RequestTemplate template = templates.get(id, me.scope());
        template.requireVersion(version);
        String before = template.name();
        if (!before.equals(name)) {
            RuleViolation.unless(!rows.isTakenByAnother(name, id, me.scope()), "rule.template.name-taken");
            template.rename(name);
            templates.save(template);
            record("template.renamed", template, me, Fact.text(before), Fact.text(name));
        }
    }

    void delete(UUID id, int version, CurrentAccount me) {
        RequestTemplate template = templates.get(id, me.scope());
        template.requireVersion(version);
        templates.delete(template);
        record("template.deleted", template, me, Fact.text(template.name()));
    }

    private void record(String event, RequestTemplate template, CurrentAccount me, String... facts) {
        history.record(me.actor(), Subject.ofClient(template.clientId(), template.id()), event, null, facts);
    }
}
