package ca.releve.privacy;

import ca.releve.privacy.DataSection.Kept;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the portal keeps about a person of each kind. Rows of the person's own contain the names of those who acted on them for the
 * service or the client; rows that the person wrote about others are left out, except for what the person did and when.
 */
final class DataSections {

    private static final String ADDRESSES = """
            %1$s in (select %2$s from substitute where id = :person and email <> ''
                     union select %2$s from client_manager where id = :person
                     union select %2$s from staff_member where id = :person
                     union select %2$s from account where id = :account)""";

    private static final List<DataSection> SUBSTITUTE = List.of(
            new DataSection("substitute", "substitute", """
                    first_name, last_name, email, email_canonical, phone, mark, full_name, qualified, former_names, search_text""", "id = :person", Kept.IN_SERVICE),
            new DataSection(
                    "functions",
                    "substitute_job_function",
                    "substitute_id, job_function_id, (select name_fr from job_function x where x.id = job_function_id) as job_function",
                    "substitute_id = :person",
                    Kept.IN_SERVICE),
            new DataSection(
                    "groups",
                    "substitute_age_group",
                    "substitute_id, age_group_id, (select name_fr from age_group x where x.id = age_group_id) as age_group",
                    "substitute_id = :person",
                    Kept.IN_SERVICE),
            new DataSection(
                    "assignments",
                    "assignment",
                    "substitute_id, starts_at, ends_at, status, assigned_by, assigned_at",
                    "substitute_id = :person order by starts_at desc",
                    Kept.SIX_YEARS),
            new DataSection(
                    "reasons",
                    "shift",
                    "starts_at, status_reason",
                    "status_reason is not null and id in (select shift_id from assignment where substitute_id = :person)",
                    Kept.SIX_YEARS),
            new DataSection(
                    "hours",
                    "time_entry",
                    """
                    substitute_id, planned_starts_at, planned_ends_at, planned_break_minutes, planned_minutes, declared_starts_at,
                    declared_ends_at, declared_break_minutes, declared_minutes, adjusted_minutes, final_minutes, declared_meal,
                    meal, declared_note, submitted_at, submitted_by, approved_at, approved_by, returned_reason""",
                    "substitute_id = :person order by planned_starts_at desc",
                    Kept.SIX_YEARS),
            new DataSection(
                    "adjustments",
                    "adjustment",
                    "minutes, meal, note, by_name, at",
                    "time_entry_id in (select id from time_entry where substitute_id = :person)",
                    Kept.SIX_YEARS),
            new DataSection(
                    "notices", "notice", """
                    substitute_id, kind, channel, starts_at, ends_at, queued_at, left_at, seen_at, replaced_at, queued_by,
                    called_at, called_by""", "substitute_id = :person order by queued_at desc", Kept.SIX_YEARS),
            new DataSection(
                    "wishes",
                    "replacement_request",
                    "preferred_id, preferred_name",
                    "preferred_id = :person",
                    Kept.SIX_YEARS),
            new DataSection(
                    "templates",
                    "request_template",
                    "preferred_id, preferred_name",
                    "preferred_id = :person",
                    Kept.SIX_YEARS));

    private static final List<DataSection> MANAGER = List.of(
            new DataSection("manager", "client_manager", """
                    first_name, last_name, email, email_canonical, phone, client_id, all_facilities, former_names, search_text""", "id = :person", Kept.IN_SERVICE),
            new DataSection(
                    "facilities",
                    "client_manager_facility",
                    "client_manager_id, facility_id, (select name from facility x where x.id = facility_id) as facility",
                    "client_manager_id = :person",
                    Kept.IN_SERVICE),
            new DataSection(
                    "requests",
                    "replacement_request",
                    "created_by, created_by_name, notes, decision_reason, decision_by",
                    "created_by = :account",
                    Kept.SIX_YEARS),
            new DataSection(
                    "access-requests",
                    "access_request",
                    "email, email_canonical, first_name, last_name, requested_at, last_requested_at, attempts",
                    ADDRESSES.formatted("email_canonical", "email_canonical"),
                    Kept.SHORT));

    private static final List<DataSection> STAFF = List.of(new DataSection(
            "staff",
            "staff_member",
            "first_name, last_name, email, email_canonical, role, former_names, search_text",
            "id = :person",
            Kept.IN_SERVICE));

    private static final List<DataSection> OF_ACCOUNT = List.of(
            new DataSection("account", "account", """
                    email, email_canonical, first_name, last_name, mark, full_name, state, confirmed_at, signed_in_at,
                    client_manager_id, staff_member_id, language, former_names, search_text""", "id = :account", Kept.IN_SERVICE),
            new DataSection("passkeys", "passkey", """
                    account_id, label, credential_id, public_key, attestation_object, transports, backup_eligible, backup_state,
                    signature_count, created_at, used_at""", "account_id = :account", Kept.IN_SERVICE),
            new DataSection(
                    "adjusted",
                    "adjustment",
                    "by_id, by_name, minutes, meal, note, at",
                    "by_id = :account",
                    Kept.SIX_YEARS),
            new DataSection(
                    "acts",
                    "history_entry",
                    "actor_id, actor_name, actor_kind, at, event, reason",
                    "actor_id = :account and subject_id <> :person order by at desc",
                    Kept.SIX_YEARS),
            new DataSection(
                    "events",
                    "security_event",
                    "account_id, event, at, address, facts",
                    "account_id = :account order by at desc",
                    Kept.SECURITY_EVENTS),
            new DataSection(
                    "sessions",
                    "spring_session",
                    "principal_name, user_agent, address, signed_in_at, creation_time, last_access_time",
                    "principal_name = cast(:account as text)",
                    Kept.SHORT),
            new DataSection("links", "account_token", "account_id, purpose", "account_id = :account", Kept.SHORT),
            new DataSection(
                    "email-changes",
                    "email_change",
                    "account_id, email, email_canonical, old_confirmed_at, new_confirmed_at, wrong_passwords",
                    "account_id = :account",
                    Kept.SHORT),
            new DataSection(
                    "devices",
                    "known_device",
                    "account_id, last_used_at, passkey_offered_at",
                    "account_id = :account",
                    Kept.SHORT),
            new DataSection(
                    "attempts",
                    "sign_in_budget",
                    "account_id, of_device, failures, consecutive, tried_at, closed_until",
                    "account_id = :account",
                    Kept.SHORT),
            new DataSection(
                    "quota",
                    "mail_quota",
                    "account_id, sent, told_at, refused_at",
                    "account_id = :account",
                    Kept.SHORT),
            new DataSection("forms", "submission", "account_id, at, target", "account_id = :account", Kept.SHORT));

    private static final List<DataSection> OF_EVERYBODY = List.of(
            new DataSection(
                    "history",
                    "history_entry",
                    "actor_id, actor_name, actor_kind, at, subject_id, event, facts, reason",
                    "subject_id in (:person, :account) order by at desc",
                    Kept.SIX_YEARS),
            new DataSection("mails", "outgoing_mail", """
                    recipient, recipient_name, held_for, subject, body, language, last_error, search_text""", ADDRESSES.formatted("recipient", "email"), Kept.MAILS),
            new DataSection("renamed", "renamed", "words", "id in (:person, :account)", Kept.SHORT),
            new DataSection("hold", "retention_hold", "reason, at, by_id", "subject_id = :person", Kept.HOLD));

    /** Columns of the inventory that no export contains, each with the reason. */
    static final Map<String, String> WITHHELD = Map.ofEntries(
            Map.entry("account.password_hash", "a secret of the account"),
            Map.entry("account_token.token_hash", "a secret of the account"),
            Map.entry("known_device.device_hash", "a secret of the account"),
            Map.entry("spring_session.session_id", "a secret of the account"),
            Map.entry("spring_session_attributes.attribute_bytes", "a secret of the account, eight hours at most"),
            Map.entry("sign_in_budget.id", "a hash"),
            Map.entry("submission.content", "a hash"),
            Map.entry("rate_limit.id", "an IP address, which is no person's for certain"),
            Map.entry("rate_limit.state", "as rate_limit.id"),
            Map.entry("replacement_request.search_text", "repeats names and notes, also of others"),
            Map.entry("replacement_request.search_words", "as search_text"),
            Map.entry("request_template.notes", "the client's"));

    private DataSections() {}

    static List<DataSection> of(PersonKind kind) {
        return switch (kind) {
            case SUBSTITUTE -> together(SUBSTITUTE, OF_EVERYBODY);
            case MANAGER -> together(MANAGER, OF_ACCOUNT, OF_EVERYBODY);
            case STAFF -> together(STAFF, OF_ACCOUNT, OF_EVERYBODY);
        };
    }

    @SafeVarargs
    private static List<DataSection> together(List<DataSection>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
