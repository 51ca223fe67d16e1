package ca.releve.web;

/**
 * What the page asks that confirms a deactivation; its words are the messages {@code <key>.title} (with the name),
 * {@code <key>.loss} and {@code <key>.submit}.
 *
 * @param key beginning of the message keys, for example {@code client.deactivation}
 * @param name what is deactivated
 * @param back local address of the way back
 * @param backText words of the way back
 */
public record Deactivation(String key, String name, String back, String backText) {}
