package ca.releve.myaccount;

import ca.releve.web.form.PasswordForm;

/** A new password, and whether the other sessions end. */
class NewPasswordForm extends PasswordForm {

    private boolean endOthers = true;

    public boolean isEndOthers() {
        return endOthers;
    }

    public void setEndOthers(boolean endOthers) {
        this.endOthers = endOthers;
    }
}
