package ca.releve.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the password or a passkey once more if the last one is older than {@code SecurityNumbers.STEP_UP} (AUTH-16).
 * The method's own annotation replaces that of the class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRecentFactor {

    /** Whether a GET needs a recent factor too; every other method does. */
    boolean toRead() default true;
}
