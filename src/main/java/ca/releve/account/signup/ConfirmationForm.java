package ca.releve.account.signup;

/** « Confirmer votre compte »: the password of the sign-up, or another one that whoever holds the mailbox chooses instead. */
class ConfirmationForm extends PasswordForm {

    private boolean chosen;

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
