package ca.releve.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation that says who may call a handler. It stands on a controller or on one of its methods; the method's
 * own annotation replaces that of the class.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audience {

    String MANAGER = "MANAGER";
    String DISPATCHER = "DISPATCHER";
    String ADMINISTRATOR = "ADMINISTRATOR";

    /** The roles of which the user needs one; none means that nobody has to sign in. */
    String[] value();

    /** Whether one factor is enough, also for the staff, whose role otherwise requires two (AUTH-18). */
    boolean oneFactor() default false;
}
