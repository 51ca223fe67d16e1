package ca.releve.signin.passkey;

import ca.releve.signin.throttle.PasskeyOffer;
import ca.releve.web.access.ForSignedIn;
import ca.releve.web.form.Press;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « Plus tard »: the user puts off the offered passkey, which is not offered on this device again. */
@Controller
@ForSignedIn
@RequestMapping("/connexion/cle/plus-tard")
class PasskeyOfferController {

    @GetMapping
    String back() {
        return "redirect:/";
    }

    @PostMapping
    String putOff(Press press, HttpServletRequest request) {
        return press.once(() -> {
            PasskeyOffer.end(request);
            return "/";
        });
    }
}
