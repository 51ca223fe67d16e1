package ca.releve.web.list;

import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The errors of a filter. */
public final class FilterErrors {

    private FilterErrors() {}

    /**
     * Puts a filter and its errors on the page, so that further errors can be added. Data binding leaves out the filter, which
     * is a record, as soon as one of its values could not be converted.
     *
     * @param bound what is wrong in the address
     */
    public static BindingResult of(Record filter, BindingResult bound, Model page) {
        BindingResult errors = new BeanPropertyBindingResult(filter, bound.getObjectName());
        errors.addAllErrors(bound);
        page.addAllAttributes(errors.getModel());
        return errors;
    }
}
