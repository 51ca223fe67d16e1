package ca.releve.account.passkey;

import java.io.Serial;

/** What the browser sent is no passkey, or not the one that was asked for. */
class PasskeyRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    PasskeyRefused(Throwable cause) {
        super(cause);
    }
}
