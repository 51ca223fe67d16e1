package ca.releve.web.settings;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Replaces in the lines of the log the characters that a terminal obeys or that reverse the rest of a line. Line ends and tabs stay:
 * JSON writes them as {@code \n} and {@code \t}.
 */
class LogCharacters implements StructuredLoggingJsonMembersCustomizer<Object> {

    private static final Pattern UNSAFE = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(
                ValueProcessor.of(String.class, text -> UNSAFE.matcher(text).replaceAll("\ufffd")));
    }
}
