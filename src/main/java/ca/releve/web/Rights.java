package ca.releve.web;

import java.util.UUID;

/** What somebody may change, at the moment when it is written down. The room of the accounts knows it. */
public interface Rights {

    /**
     * Lets nobody take rights of hers away before the present transaction has ended, and no later than its first write.
     *
     * @throws RightsGone if she has not all those any more with which her form was let in
     */
    void hold(UUID accountId);
}
