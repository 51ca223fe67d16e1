package ca.releve.signin.passkey;

import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.validation.BindingResult;

/** The two steps of the pages that create a passkey: the script asks the device, then the form is sent. */
final class PasskeyCreation {

    private PasskeyCreation() {}

    static ResponseEntity<String> begin(BindingResult errors, Supplier<String> options) {
        return errors.hasErrors()
                ? ResponseEntity.unprocessableContent().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options.get());
    }

    /** @param change stores the passkey and returns the next view */
    static String create(BindingResult errors, PasskeyForm form, String view, Supplier<String> change) {
        if (!errors.hasErrors() && form.getCredential().isEmpty()) {
            errors.rejectValue("credential", "passkey.unable");
        }
        if (errors.hasErrors()) {
            return view;
        }
        try {
            return change.get();
        } catch (BadCredentialsException refusal) {
            errors.rejectValue("credential", "passkey.not-made");
            return view;
        }
    }
}
