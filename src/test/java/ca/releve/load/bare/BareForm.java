package ca.releve.load.bare;

/** The form of the bare app. */
public record BareForm(
        String title, String place, String note, String from, String until, String start, String end, String pause) {

    static BareForm example() {
        return new BareForm(
                "Éducatrice", "Installation du Parc", "", "2027-03-01", "2027-03-02", "08:30", "16:30", "30");
    }
}
