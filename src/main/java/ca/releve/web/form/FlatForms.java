package ca.releve.web.form;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Our forms are flat: a name that leads into something, {@code client.active} or {@code days[9999]}, is none of their fields. */
@ControllerAdvice
public class FlatForms {

    @InitBinder
    public void bindNoPaths(WebDataBinder form) {
        form.setDisallowedFields("*.*", "*[*");
    }
}
