package ca.releve.signup;

import ca.releve.web.form.PasswordForm;

/** « Confirmer votre compte »: the password of the sign-up, or another one that the owner of the mailbox chooses instead. */
class ConfirmationForm extends PasswordForm {

    private boolean chosen;

    /** Whether nothing was typed, as on the page for the session of the sign-up. */
    boolean isEmpty() {
        return !chosen && getPassword().isEmpty();
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
