package ca.releve.account.people;

import ca.releve.web.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What an administratrice looks for in the list of accounts. */
class AccountFilter {

    private static final String STAFF = "staff";
    private static final String CLIENT = "client";

    private String text = "";
    private String kind = "";
    private String state = "";

    /** @return null for both */
    Boolean ofStaff() {
        return switch (kind) {
            case STAFF -> true;
            case CLIENT -> false;
            default -> null;
        };
    }

    /** Whatever the address says that is no standing stands for all of them. */
    Optional<AccountStanding> standing() {
        return standings().filter(it -> it.name().equals(state)).findFirst();
    }

    public boolean isSet() {
        return !text.isBlank() || ofStaff() != null || standing().isPresent();
    }

    List<Choice> kinds(MessageSource messages, Locale locale) {
        return Stream.of(CLIENT, STAFF)
                .map(it -> Choice.of(it, messages.getMessage("accounts.kind." + it, null, locale)))
                .toList();
    }

    List<Choice> states(MessageSource messages, Locale locale) {
        return standings()
                .map(it -> Choice.of(it, messages.getMessage("status.account." + it, null, locale)))
                .toList();
    }

    private static Stream<AccountStanding> standings() {
        return Stream.of(AccountStanding.values()).filter(it -> it != AccountStanding.NONE);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
