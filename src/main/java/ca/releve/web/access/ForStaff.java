package ca.releve.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to the staff of the service: dispatchers and administrators. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Audience({Audience.DISPATCHER, Audience.ADMINISTRATOR})
public @interface ForStaff {}
