package ca.releve.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to users who have given at least one factor, and so to the staff before their second one. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Audience(
        value = {Audience.MANAGER, Audience.DISPATCHER, Audience.ADMINISTRATOR},
        oneFactor = true)
public @interface ForAnyFactor {}
