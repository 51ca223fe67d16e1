package ca.releve.web.form;

/**
 * A person whom the service knows and who may be the one of a form.
 *
 * @param path of the person's page
 * @param sameEmail whether the email address is the same, so that it is this person
 */
public record LikelyDouble(String path, String name, String email, String phone, boolean sameEmail) {}
