package ca.releve.web;

import ca.releve.web.access.ForEverybody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public pages on privacy and accessibility. */
@Controller
@ForEverybody
class InformationPagesController {

    @GetMapping("/confidentialite")
    String privacy() {
        return "web/privacy";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "web/accessibility";
    }
}
