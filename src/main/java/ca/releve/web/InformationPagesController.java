package ca.releve.web;

import ca.releve.web.access.ForEverybody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public pages on privacy and accessibility, and the help. */
@Controller
@ForEverybody
class InformationPagesController {

    @GetMapping("/confidentialite")
    String privacy() {
        return "web/privacy";
    }

    @GetMapping("/aide")
    String help() {
        return "web/help";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "web/accessibility";
    }
}
