package ca.releve.account.self;

/** A new password, and whether it signs her out everywhere else. */
class NewPasswordForm {

    private String password = "";
    private boolean endOthers = true;

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public boolean isEndOthers() {
        return endOthers;
    }

    public void setEndOthers(boolean endOthers) {
        this.endOthers = endOthers;
    }
}
