package ca.releve.notification;

import ca.releve.account.Addressee;
import ca.releve.notification.MailWords.Argument;
import ca.releve.replacement.Booking;
import ca.releve.replacement.PlannedShift;
import ca.releve.replacement.ReplacementEvent;
import ca.releve.replacement.RequestManagers;
import ca.releve.shared.RecordRowMapper;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a mail says of a request, and finds its recipients among its managers, see {@link RequestManagers}. */
@Component
class RequestRecipients {

    private static final String RECIPIENTS = """
            select r.id, r.code, r.first_start as period_first_start, r.last_end as period_last_end, r.qualified as need_qualified,
                   r.same_person as need_same_person, r.preferred_name as need_preferred_name,
                   j.name_fr as need_job_function_fr, j.name_en as need_job_function_en,
                   g.name_fr as need_age_group_fr, g.name_en as need_age_group_en,
                   o.name as place_client, f.name as place_facility, f.street as place_street, f.city as place_city,
                   f.postal_code as place_postal_code, f.phone as place_phone, f.instructions as place_instructions,
                   r.created_by_name as contact_name, n.phone as contact_phone,
                   a.email as manager_email, a.first_name || ' ' || a.last_name as manager_name,
                   a.language as manager_language, a.id = r.created_by as manager_author
              from replacement_request r
              join client o on o.id = r.client_id
              join facility f on f.id = r.facility_id
              join job_function j on j.id = r.job_function_id
              join age_group g on g.id = r.age_group_id
              left join (account b join client_manager n on n.id = b.client_manager_id) on b.id = r.created_by
            """ + RequestManagers.ACCOUNTS + """
             where r.id = ?
             order by a.created_at
            """;

    private static final String SUBSTITUTES =
            "select full_name as name, phone, email from substitute where id in (:ids) order by name, id";

    private static final String FORMER = """
            select u.full_name
              from assignment a
              join substitute u on u.id = a.substitute_id
             where a.shift_id in (:shifts) and a.status = 'CANCELLED'
             order by a.assigned_at desc, a.id desc
             limit 1
            """;

    private final JdbcClient jdbc;

    RequestRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Request of(UUID requestId) {
        List<Row> rows = jdbc.sql(RECIPIENTS)
                .param(requestId)
                .query(RecordRowMapper.of(Row.class))
                .list();
        List<Manager> withAccess =
                rows.stream().map(Row::manager).filter(Objects::nonNull).toList();
        List<Addressee> managers = RequestManagers.told(withAccess, Manager::author).stream()
                .map(it -> new Addressee(it.email, it.name, it.language))
                .toList();
        Row first = rows.get(0);
        return new Request(first.id, first.code, first.place, first.need, first.contact, first.period, managers);
    }

    /** Who was taken from these shifts last. */
    String formerSubstitute(List<UUID> shiftIds) {
        return jdbc.sql(FORMER).param("shifts", shiftIds).query(String.class).single();
    }

    /** The substitutes with these ids. */
    private List<Person> substitutes(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SUBSTITUTES)
                        .param("ids", ids)
                        .query(RecordRowMapper.of(Person.class))
                        .list();
    }

    /** Who was expected, with the phone number, as an argument of a mail to the service. */
    Argument expected(ReplacementEvent event) {
        List<Person> people = substitutes(
                event.bookings().stream().map(Booking::substituteId).distinct().toList());
        return words -> people.isEmpty()
                ? words.message("mail.nobody-expected")
                : people.stream()
                        .map(it -> it.phone.isBlank() ? it.name : it.name + ", " + it.phone)
                        .collect(Collectors.joining("\n", words.message("mail.expected") + "\n", ""));
    }

    /**
     * The data of a request for a mail, and its recipients.
     *
     * @param period null for a request without a schedule
     */
    record Request(
            UUID id, String code, Place place, Need need, Contact contact, Period period, List<Addressee> managers) {

        /**
         * The arguments of every mail about a request: {@code 2} is the code, {@code 3} the facility, {@code 4} the client,
         * {@code 5} the days; the others follow.
         *
         * @param planned the shifts that the mail is about; none for all of the request
         */
        Object[] arguments(List<PlannedShift> planned, Object... more) {
            Argument days = words -> planned.isEmpty() ? words.days(period) : words.days(planned);
            return Stream.concat(Stream.of(code, place.facility, place.client, days), Stream.of(more))
                    .toArray();
        }
    }

    /** @param instructions for a substitute who comes for the first time; may be empty */
    record Place(
            String client,
            String facility,
            String street,
            String city,
            String postalCode,
            String phone,
            String instructions) {}

    record Need(
            boolean qualified,
            boolean samePerson,
            String preferredName,
            String jobFunctionFr,
            String jobFunctionEn,
            String ageGroupFr,
            String ageGroupEn) {}

    /**
     * Whom to ask for: the manager who made the request.
     *
     * @param phone null if the manager is not known any more
     */
    record Contact(String name, String phone) {}

    record Period(Instant firstStart, Instant lastEnd) {}

    /** A substitute whom a change concerns. */
    record Person(String name, String phone, String email) {}

    private record Manager(String email, String name, String language, Boolean author) {}

    private record Row(UUID id, String code, Place place, Need need, Contact contact, Period period, Manager manager) {}
}
