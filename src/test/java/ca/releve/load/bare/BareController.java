package ca.releve.load.bare;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the bare app. The profile keeps it out of the tested portal, which searches this package for controllers. */
@Controller
@Profile("bare")
class BareController {

    private static final int CLIENTS = 300;
    private static final RowMapper<BareRow> ROWS = new DataClassRowMapper<>(BareRow.class);

    private final JdbcTemplate jdbc;

    BareController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest 25 requests of some client, with a form and a check of the role in each row.
     *
     * @param groups how many groups of further tags stand below the list, see {@code list.html}
     * @param letters length of the text in each group
     */
    @GetMapping("/list")
    String list(
            @RequestParam(defaultValue = "0") int groups,
            @RequestParam(defaultValue = "0") int letters,
            Authentication user,
            Model page) {
        String text = "lettres ".repeat(letters / 8 + 1).substring(0, letters);
        page.addAttribute("rows", rows());
        page.addAttribute("user", new BareUser(user));
        page.addAttribute(
                "groups",
                IntStream.range(1_000_000, 1_000_000 + groups)
                        .mapToObj(id -> new BareGroup(id, "Amélie Gagnon", true, text))
                        .toList());
        return "list";
    }

    @GetMapping("/form")
    String form(Model page) {
        page.addAttribute("form", BareForm.example());
        page.addAttribute("rows", rows());
        return "form";
    }

    private List<BareRow> rows() {
        return jdbc.query("""
                select r.id, c.name as client, w.name as worker, r.position, r.status, r.day, r.hours
                  from request r join client c on c.id = r.client_id left join worker w on w.id = r.worker_id
                 where r.client_id = ? order by r.day desc, r.id desc limit 25
                """, ROWS, 1 + ThreadLocalRandom.current().nextInt(CLIENTS));
    }
}
