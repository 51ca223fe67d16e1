package ca.releve.privacy;

/**
 * A kind of data that the portal keeps about a person.
 *
 * @param name of the section; the message {@code person-data.of.<name>} is its label
 * @param kept how long; a message {@code person-data.kept.<kept>}
 * @param rows how many, counted up to a limit
 * @param more whether there may be more than counted
 */
public record DataRow(String name, String kept, int rows, boolean more) {

    static DataRow of(DataSection section, int rows) {
        return new DataRow(section.name(), section.kept().name(), rows, rows >= DataOfPerson.MOST_COUNTED);
    }
}
