package ca.releve.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses of all list views, each filter with each order, over a database that {@link LoadDatabase} has filled. */
final class Views {

    private static final String LARGEST_CLIENT =
            "select client_id::text from replacement_request group by 1 order by count(*) desc limit 1";

    private final JdbcClient data;
    private final String client;
    private final String facility;
    private final String code;
    private final String open;
    private final String week;
    private final String longAgo;

    Views(JdbcClient data) {
        this.data = data;
        this.client = one(LARGEST_CLIENT);
        this.facility = one("select id::text from facility where client_id = '" + client + "' order by name limit 1");
        this.code = one("select code from replacement_request where client_id = '" + client
                + "' and status = 'COMPLETED' order by id desc limit 1");
        this.open = one("select id::text from replacement_request where next_open_start > now() and shift_count > 1"
                + " order by next_open_start limit 1");
        this.week = "semaine=" + LocalDate.now().minusDays(9);
        LocalDate day = LocalDate.now().minusDays(700);
        this.longAgo = "du=" + day + "&au=" + day.plusDays(30);
    }

    /** A manager of the client with the most requests. */
    String manager() {
        return one("select email from client_manager where client_id = '" + client + "' order by email limit 1");
    }

    String administrator() {
        return one("select email from staff_member where role = 'ADMINISTRATOR'");
    }

    List<String> ofManager() {
        List<String> filters = List.of(
                "",
                "statut=COMPLETED",
                "statut=SEARCHING",
                "installation=" + facility,
                text(code),
                text("éducatrice"),
                text("qwxz"),
                text("éducatrice gagné"),
                longAgo,
                "statut=UNFILLED&" + longAgo,
                "installation=" + facility + "&" + text("éducatrice"));
        List<String> approval = combined(
                List.of("", "statut=APPROVED", "statut=ALL"),
                List.of("", "installation=" + facility, week, "installation=" + facility + "&" + week));
        return Stream.concat(
                        addresses("/remplacements", filters, List.of("", "tri=statut", "tri=installation")),
                        Stream.concat(
                                approval.stream().map(it -> address("/approbation", it)),
                                weeks().stream().map(it -> address("/remplacements/semaine", it))))
                .toList();
    }

    private List<String> weeks() {
        LocalDate today = LocalDate.now();
        return combined(
                List.of("", "date=" + today.minusDays(700), "date=" + today.plusDays(7)),
                List.of("", "installation=" + facility));
    }

    List<String> ofStaff() {
        String every = "statut=TOUS";
        List<String> filters = List.of(
                "",
                "client=" + client,
                text("éducatrice"),
                every,
                "statut=COMPLETED",
                every + "&client=" + client,
                every + "&client=" + client + "&installation=" + facility,
                every + "&" + text(code),
                every + "&" + text("éducatrice poupons"),
                every + "&" + text("qwxz"),
                every + "&" + longAgo,
                "statut=UNFILLED&" + longAgo,
                every + "&client=" + client + "&" + longAgo);
        List<String> hours = combined(
                List.of(
                        "",
                        "statut=TO_FILL",
                        "statut=SUBMITTED",
                        "statut=APPROVED",
                        "statut=LOCKED",
                        "statut=RETURNED"),
                List.of(
                        "",
                        "client=" + client,
                        week,
                        "client=" + client + "&" + week,
                        "remplacante=qwxz",
                        "remplacante=Gagn%C3%A9"));
        Stream<String> others = Stream.of(
                "/admin/securite",
                "/admin/securite?evenement=authn_login_fail",
                "/admin/securite?adresse=203.0.113.7",
                "/admin/securite?personne=qwxz",
                "/admin/securite?" + longAgo,
                "/admin/courriels",
                "/admin/courriels?statut=FAILED",
                "/admin/courriels?texte=qwxz",
                "/admin/demandes/" + open,
                "/admin/demandes/" + open + "/affectation",
                "/admin/demandes/" + open + "/affectation?texte=Gagn%C3%A9");
        return Stream.of(
                        addresses("/admin/demandes", filters, List.of("", "tri=statut", "tri=client")),
                        hours.stream().map(it -> address("/admin/heures", it)),
                        others)
                .flatMap(it -> it)
                .toList();
    }

    /** How many requests have shifts in a period, as PostgreSQL's ranges say. */
    int overlapping(OffsetDateTime from, OffsetDateTime until) {
        return data.sql("""
                        select count(*) from replacement_request
                         where first_start is not null
                           and tstzrange(first_start, last_end) && tstzrange(:from, cast(:until as timestamptz))
                        """)
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    private String one(String sql) {
        return data.sql(sql).query(String.class).single();
    }

    private static Stream<String> addresses(String path, List<String> filters, List<String> orders) {
        return combined(combined(filters, orders), List.of("", "ordre=inverse")).stream()
                .map(it -> address(path, it));
    }

    private static List<String> combined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>();
        some.forEach(
                one -> others.forEach(other -> all.add(one + (one.isEmpty() || other.isEmpty() ? "" : "&") + other)));
        return all;
    }

    private static String address(String path, String parameters) {
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    private static String text(String typed) {
        return "texte=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
