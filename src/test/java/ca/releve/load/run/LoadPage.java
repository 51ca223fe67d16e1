package ca.releve.load.run;

import static ca.releve.load.run.Role.ADMINISTRATOR;
import static ca.releve.load.run.Role.MANAGER;
import static ca.releve.load.run.Role.STRANGER;

import java.util.function.Function;

/**
 * The pages of the load run, and the budget of each: pages a second as a part of what the list of the bare app reaches, and
 * of what the bare app reaches with as many tags and bytes; the largest size in bytes; the most tags. 0 stands for no budget.
 */
enum LoadPage {
    // @formatter:off
    LIST(MANAGER, "manager: list", 0.4, 0.9, 25_000, 450, it -> "/remplacements"),
    LIST_MIDDLE(MANAGER, "manager: list, in the middle", 0.4, 0.9, 25_000, 450, Addresses::middleOfList),
    LIST_TEXT(MANAGER, "manager: list, a word", 0.4, 0.9, 25_000, 450, it -> "/remplacements?texte=%C3%A9ducatrice"),
    REQUEST(MANAGER, "manager: request", 0.6, 0, 0, 0, Addresses::request),
    NEW_REQUEST(MANAGER, "manager: new request", 0.6, 0, 0, 0, it -> "/remplacements/nouveau"),
    APPROVAL(MANAGER, "manager: approval, 25 lines", 0.4, 0.9, 60_000, 0, it -> "/approbation"),
    APPROVAL_50(MANAGER, "manager: approval, 50 lines", 0, 0.9, 60_000, 0, it -> "/approbation?lignes=50"),
    DESK_REQUESTS(ADMINISTRATOR, "staff: requests", 0.4, 0.9, 35_000, 0, it -> "/admin/demandes"),
    DESK_HOURS(ADMINISTRATOR, "staff: hours", 0.4, 0.9, 35_000, 0, it -> "/admin/heures"),
    CANDIDATES(ADMINISTRATOR, "staff: candidates", 0, 0.9, 35_000, 0, Addresses::candidates),
    CLIENTS(ADMINISTRATOR, "staff: clients", 0.4, 0.9, 35_000, 0, it -> "/admin/clients"),
    SUBSTITUTES(ADMINISTRATOR, "staff: substitutes", 0.4, 0.9, 35_000, 0, it -> "/admin/remplacantes"),
    SIGN_IN(STRANGER, "sign-in page", 0.6, 0, 0, 0, it -> "/connexion"),
    HOME(MANAGER, "redirect of the home page", 0, 0, 0, 0, it -> "/");
    // @formatter:on

    final Role role;
    final String title;
    final double ofBare;
    final double ofSameSize;
    final int bytes;
    final int tags;
    private final Function<Addresses, String> address;

    LoadPage(
            Role role,
            String title,
            double ofBare,
            double ofSameSize,
            int bytes,
            int tags,
            Function<Addresses, String> address) {
        this.role = role;
        this.title = title;
        this.ofBare = ofBare;
        this.ofSameSize = ofSameSize;
        this.bytes = bytes;
        this.tags = tags;
        this.address = address;
    }

    String address(Addresses of) {
        return address.apply(of);
    }
}
