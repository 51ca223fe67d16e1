package ca.releve.account;

/**
 * To whom a mail about an account goes.
 *
 * @param email the address that the service has stored, never one that was typed (AUTH-04)
 * @param name her name as the service or she herself, once confirmed, has written it: until then it could be anybody's text
 * @param language {@code fr} or {@code en}
 */
public record Addressee(String email, String name, String language) {

    /** The person of a confirmed account. */
    public static Addressee of(Account account) {
        return new Addressee(account.email(), account.name(), account.language());
    }
}
