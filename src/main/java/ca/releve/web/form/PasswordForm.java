package ca.releve.web.form;

/** A password; never shown again. */
public class PasswordForm {

    private String password = "";

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
