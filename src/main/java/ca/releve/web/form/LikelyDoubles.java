package ca.releve.web.form;

import ca.releve.format.EmailAddress;
import ca.releve.shared.SearchText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Points out the people with the same email address, phone number or name before a person is saved for a second time. A phone
 * number that several people share is an office's and says nothing.
 */
public final class LikelyDoubles {

    private static final int MOST = 5;

    /** Shorter ones are extensions or are not complete. */
    private static final int DIGITS_OF_PHONE = 7;

    private static final String FOUND = """
            with alike as (
                select p.*, p.email_canonical = :email and :email <> '' as same_email,
                       words(p.first_name || ' ' || p.last_name) in (:name, :turned) as same_name
                  from {people} p
                 where p.email_canonical = :email and :email <> ''
                    or p.search_text like all(cast(:words as text[]))
                    or :digits <> '' and p.search_text like '%' || :digits)
            select {path} as path, first_name || ' ' || last_name as name, email, phone, same_email
              from alike
             where same_email or same_name
                or :digits <> '' and search_text like '%' || :digits
                   and (select count(*) from alike a where a.search_text like '%' || :digits) = 1
             order by same_email desc, active desc, id
             limit :most
            """;

    private final JdbcClient jdbc;
    private final String found;

    /**
     * @param people the table, with the columns of a person's name, addresses and {@code search_text}, which ends with the
     *     digits of the phone
     * @param path SQL of the path of a person's page
     */
    public LikelyDoubles(JdbcClient jdbc, String people, String path) {
        this.jdbc = jdbc;
        this.found = FOUND.replace("{people}", people).replace("{path}", path);
    }

    /**
     * Stops the creation of a person if somebody is like them, and nobody has looked at it or the email address is the same. Asked
     * within {@code press.once}: the person of a form that is sent twice is not a double.
     *
     * @param taken message key for an email address that is another person's
     * @throws LikelyDoubleException if the form is to be shown again
     */
    public void refuse(PersonForm form, String phone, String taken) {
        List<LikelyDouble> doubles = of(form, phone);
        if (doubles.stream().anyMatch(LikelyDouble::sameEmail)) {
            throw new LikelyDoubleException(doubles, "email", taken);
        }
        if (!doubles.isEmpty() && !form.isSaveAnyway()) {
            throw new LikelyDoubleException(doubles, "saveAnyway", "person.double.look");
        }
    }

    private List<LikelyDouble> of(PersonForm form, String phone) {
        String digits = phone.replaceAll("\\D", "").replaceFirst("^1(?=\\d{10}$)", "");
        String first = SearchText.of(form.getFirstName());
        String last = SearchText.of(form.getLastName());
        return jdbc.sql(found)
                .param(
                        "email",
                        EmailAddress.parse(form.getEmail())
                                .map(EmailAddress::canonical)
                                .orElse(""))
                .param("name", first + " " + last)
                .param("turned", last + " " + first)
                .param("words", new String[] {"%" + first + "%", "%" + last + "%"})
                .param("digits", digits.length() < DIGITS_OF_PHONE ? "" : digits)
                .param("most", MOST)
                .query(LikelyDouble.class)
                .list();
    }
}
