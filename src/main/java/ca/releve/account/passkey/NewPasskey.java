package ca.releve.account.passkey;

import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;

/** The two steps of the pages on which a passkey is made: the device is asked, then the form is sent. */
final class NewPasskey {

    private NewPasskey() {}

    static ResponseEntity<String> begin(BindingResult errors, Supplier<String> options) {
        return errors.hasErrors()
                ? ResponseEntity.unprocessableContent().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options.get());
    }

    /** @param change makes the passkey the person's and answers the view to go on with */
    static String create(BindingResult errors, PasskeyForm form, String view, Supplier<String> change) {
        if (!errors.hasErrors() && form.getCredential().isEmpty()) {
            errors.rejectValue("credential", "passkey.unable");
        }
        if (errors.hasErrors()) {
            return view;
        }
        try {
            return change.get();
        } catch (PasskeyRefused refusal) {
            errors.rejectValue("credential", "passkey.not-made");
            return view;
        }
    }
}
