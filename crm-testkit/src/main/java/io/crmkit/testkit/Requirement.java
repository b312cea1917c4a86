package io.crmkit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The lines of the requirements catalogue that a test, or every test of a class, proves.
 *
 * @since 0.1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {
    /** The ids, such as {@code CAP-3}, as {@code docs/requirements.tsv} spells them. */
    String[] value();
}
