package ca.releve.client;

import ca.releve.web.form.LikelyDoubleException;
import ca.releve.web.form.LikelyDoubles;
import ca.releve.web.form.PersonForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points out the managers, of any client, who may be the person of a form. */
@Component
public class LikelyManagers {

    private static final String PATH = "'/admin/clients/' || client_id || '/gestionnaires/' || id";

    private final LikelyDoubles doubles;

    LikelyManagers(JdbcClient jdbc) {
        this.doubles = new LikelyDoubles(jdbc, "client_manager", PATH);
    }

    /**
     * Asked within {@code press.once}, see {@link LikelyDoubles#refuse}.
     *
     * @throws LikelyDoubleException if the form is to be shown again
     */
    public void refuse(PersonForm form, String phone) {
        doubles.refuse(form, phone, KnownAddresses.TAKEN);
    }
}
