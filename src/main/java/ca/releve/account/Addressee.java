package ca.releve.account;

/**
 * The recipient of a mail.
 *
 * @param email the address that the service has stored, never one that was typed (AUTH-04)
 * @param name the recorded name; the user's own only once the account is confirmed, since until then anybody may have typed it
 * @param language {@code fr} or {@code en}
 */
public record Addressee(String email, String name, String language) {

    /** The person of a confirmed account. */
    public static Addressee of(Account account) {
        return new Addressee(account.email(), account.name(), account.language());
    }
}
