package ca.releve.web.form;

import java.util.UUID;

/** The rights of users, which the module of the accounts knows. */
public interface Rights {

    /**
     * Locks the rights of a user until the present transaction ends. To be called before the change.
     *
     * @throws RightsRevokedException if the session has ended, or the user lost rights after the request was authorised
     */
    void hold(UUID accountId);
}
