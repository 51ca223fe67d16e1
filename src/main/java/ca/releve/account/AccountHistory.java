package ca.releve.account;

import ca.releve.client.ClientManagers;
import ca.releve.history.Actor;
import ca.releve.history.Fact;
import ca.releve.history.History;
import ca.releve.history.Subject;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes into the history of an account's user, which the staff read. */
@Component
public class AccountHistory {

    private final History history;
    private final ClientManagers managers;

    AccountHistory(History history, ClientManagers managers) {
        this.history = history;
        this.managers = managers;
    }

    /**
     * @param event code of the sentence; its first fact is the name of the account's person
     * @param facts the others, made by {@link Fact}
     */
    public void record(Actor actor, Account account, String event, String... facts) {
        because(null, actor, account, event, facts);
    }

    /** Like {@link #record}, with the reason that was typed. */
    public void because(String reason, Actor actor, Account account, String event, String... facts) {
        history.record(
                actor,
                personOf(account),
                event,
                reason,
                Stream.concat(Stream.of(Fact.text(account.name())), Stream.of(facts))
                        .toArray(String[]::new));
    }

    private Subject personOf(Account account) {
        return account.clientManagerId() == null
                ? Subject.ofService(account.staffMemberId())
                : managers.findById(account.clientManagerId())
                        .map(manager -> Subject.ofClient(manager.clientId(), manager.id()))
                        .orElseThrow();
    }
}
