package ca.releve.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.testing.Covers;
import ca.releve.testing.SecurityDoc;
import ca.releve.testing.SecurityDoc.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents that the law asks for are there, dated, to be signed, and name only what exists (PRIV-07, PRIV-09). */
class PrivacyDocumentsTests {

    private static final Path DOCUMENTS = Path.of("src/docs");
    private static final Pattern REQUIREMENT = Pattern.compile("\\b(AUTH|WEB|ACC|ABU|PRIV|MAIL)-\\d\\d\\b");
    private static final Pattern LINK = Pattern.compile("]\\(([\\w.-]+\\.md)(?:#[\\w-]+)?\\)");

    @Test
    @Covers("PRIV-09")
    void theImpactAssessmentIsDatedAndToBeSignedAndCoversWhatLeavesQuebec() throws IOException {
        String text = read("privacy-impact-assessment.md");

        assertThat(headings(text))
                .containsExactly(
                        "1. The system",
                        "2. Data, purposes and retention",
                        "3. Flows",
                        "4. Who sees what",
                        "5. Risks and measures",
                        "6. Rights of people",
                        "7. Outside Québec (s. 17)",
                        "8. When it is assessed again",
                        "9. Signature");
        assertThat(text)
                .containsPattern("Date of the facts: \\d+ \\w+ 20\\d\\d")
                .contains("| hosting, database and backups | ▢", "| mail relay | ▢", "name, signature, date");
        namesOnlyWhatExists(text);
    }

    @Test
    @Covers("PRIV-07")
    void theRegisterHasTheFieldsOfTheRegulationARunbookAndAResponsiblePerson() throws IOException {
        String text = read("incident-register.md");

        assertThat(headings(text))
                .containsExactly(
                        "Who does what",
                        "Runbook",
                        "Assessment of serious injury",
                        "Notices",
                        "Register",
                        "Once a year");
        assertThat(text)
                .contains(
                        "person in charge of the protection of personal information",
                        "at least 5 years",
                        "| date or period of the incident |",
                        "| date on which the service learned of it |",
                        "| data concerned, or why they are not known |",
                        "| circumstances and cause |",
                        "| number of people, or an estimate |",
                        "| risk of serious injury: yes or no, and why |",
                        "| date of the notice to the CAI |",
                        "| date of the notices to people; public notice and why |");
        namesOnlyWhatExists(text);
    }

    /** A period that a document names is the period of the portal. */
    @Test
    @Covers("PRIV-05")
    void thePeriodsAreThoseOfThePortal() throws IOException {
        assertThat(Retention.HOURS.getYears()).isEqualTo(6);
        assertThat(Files.readString(Path.of("src/main/resources/db/migration/V0110__privacy.sql")))
                .contains("interval '" + Retention.HOURS.getYears() + " years'");
        assertThat(read("privacy-impact-assessment.md"))
                .contains(
                        Retention.HOURS.getYears() + " years after the last hours",
                        Retention.ACCESS_REQUESTS.getMonths() + " months after the answer",
                        SecurityDoc.duration("SECURITY_EVENTS_KEPT").toDays() + " days");
        assertThat(read("data-inventory.md"))
                .contains(Retention.ACCESS_REQUESTS.getMonths() + " months after it was handled");
    }

    private static void namesOnlyWhatExists(String text) throws IOException {
        Set<String> known =
                SecurityDoc.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        assertThat(found(REQUIREMENT, text, 0))
                .allSatisfy(id ->
                        assertThat(known).as("requirements of security.md").contains(id));
        assertThat(found(LINK, text, 1)).isNotEmpty().allSatisfy(file -> assertThat(DOCUMENTS.resolve(file))
                .exists());
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult it) -> it.group(group))
                .toList();
    }

    private static List<String> headings(String text) {
        return text.lines()
                .filter(it -> it.startsWith("## "))
                .map(it -> it.substring(3))
                .toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(DOCUMENTS.resolve(file));
    }
}
