package ca.releve.staff;

import ca.releve.web.access.ForAdministrators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** « Réglages »: links to what administrators rarely need, so that the menu stays short. */
@Controller
@ForAdministrators
class AdminSettingsController {

    @GetMapping("/admin/reglages")
    String list() {
        return "staff/settings";
    }
}
