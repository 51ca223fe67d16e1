package ca.releve.web.form;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** A person is not saved before the user has looked at others who may be the same one. */
public final class LikelyDoubleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LikelyDouble> doubles;
    private final String field;
    private final String key;

    LikelyDoubleException(List<LikelyDouble> doubles, String field, String key) {
        super(key);
        this.doubles = List.copyOf(doubles);
        this.field = field;
        this.key = key;
    }

    /** Whether one of them has the address, so that it is this person. */
    public boolean isSamePerson() {
        return doubles.stream().anyMatch(LikelyDouble::sameEmail);
    }

    /** Adds the error to the form, and the people to its page. */
    public void show(Errors form, Model page) {
        form.rejectValue(field, key);
        showPeople(page);
    }

    /** Adds only the people, for a form that has no such field. */
    public void showPeople(Model page) {
        page.addAttribute("doubles", doubles);
    }
}
