package ca.releve.load.bare;

/** What a group of further tags shows. */
public record BareGroup(int id, String name, boolean shown, String text) {}
