package ca.releve.web;

import java.util.UUID;

/** What somebody may change, at the moment when it is written down. The room of the accounts knows it. */
public interface Rights {

    /**
     * Until the present transaction ends, nobody takes rights of hers away. To be asked before the change.
     *
     * @throws RightsGone if her session is over, or she has another role or sees less than when her form was let in
     */
    void hold(UUID accountId);
}
