package ca.releve.replacement.request;

import ca.releve.replacement.Need;
import ca.releve.replacement.RequestStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A request with the names of what it asks for, as the manager's pages on one request show it.
 *
 * @param decisionReason what the service asked, why it said no, or why it was cancelled; null where nobody decided anything
 * @param submittedAt null for a draft
 * @param firstStart start of its first shift; null for a draft
 * @param lastEnd end of its last shift; null for a draft
 * @param shiftCount shifts that are not cancelled
 * @param filledCount those of them that somebody comes, or came, to
 */
public record RequestSheet(
        UUID id,
        Integer version,
        String code,
        RequestStatus status,
        UUID facilityId,
        String facilityName,
        String street,
        String city,
        String facilityPhone,
        String instructions,
        UUID jobFunctionId,
        String jobFunctionFr,
        String jobFunctionEn,
        UUID ageGroupId,
        String ageGroupFr,
        String ageGroupEn,
        UUID taskTypeId,
        String taskTypeFr,
        String taskTypeEn,
        boolean qualified,
        String notes,
        String decisionReason,
        Instant decisionAt,
        String decisionBy,
        Instant createdAt,
        String createdByName,
        Instant submittedAt,
        Instant firstStart,
        Instant lastEnd,
        int shiftCount,
        int filledCount) {

    public String jobFunction(Locale locale) {
        return english(locale) ? jobFunctionEn : jobFunctionFr;
    }

    public String ageGroup(Locale locale) {
        return english(locale) ? ageGroupEn : ageGroupFr;
    }

    public String taskType(Locale locale) {
        return english(locale) ? taskTypeEn : taskTypeFr;
    }

    Need need() {
        return new Need(jobFunctionId, ageGroupId, taskTypeId, qualified, notes);
    }

    private static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }
}
