package ca.releve.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Réglages: what an administratrice looks after once in a while, gathered so that the menu stays short. */
@Controller
class AdminSettingsController {

    @GetMapping("/admin/reglages")
    String list() {
        return "admin/settings";
    }
}
