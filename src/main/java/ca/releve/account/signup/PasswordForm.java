package ca.releve.account.signup;

/** One password; never shown again, whatever becomes of the form. */
class PasswordForm {

    private String password = "";

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
