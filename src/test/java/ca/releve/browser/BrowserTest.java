package ca.releve.browser;

import ca.releve.testing.PortalTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with a real Chromium, found by {@code RELEVE_CHROMIUM}, in the usual places, or as Playwright's own. Without any it
 * is skipped with a warning; with {@code CI=true} it fails. The quick lane runs the steps of the guide and the tests of scripts.
 * The accessibility tests, which check each state of each page at two widths, have the tag {@code long}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PortalTest
@Tag("browser")
@ExtendWith(BrowserNeeded.class)
public @interface BrowserTest {}
