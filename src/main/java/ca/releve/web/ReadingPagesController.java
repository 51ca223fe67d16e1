package ca.releve.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The two pages that everybody may read: what is kept of people, and how the portal can be used by all. */
@Controller
class ReadingPagesController {

    @GetMapping("/confidentialite")
    String privacy() {
        return "reading/privacy";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "reading/accessibility";
    }
}
