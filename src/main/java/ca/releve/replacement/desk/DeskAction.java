package ca.releve.replacement.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What the staff do to a request, or to one of its shifts, with a text that explains it.
 *
 * <p>The texts of its page are the messages {@code dispatch.<word>.title}, {@code .help}, {@code .hint} and {@code .submit};
 * the hint of all actions on a shift is {@code dispatch.shift.hint}.
 */
public enum DeskAction {
    /** « Demander une précision » for a request. */
    ASK("precision", "dispatch.notice.asked"),
    /** « Refuser » for a request. */
    DECLINE("refus", "dispatch.notice.declined"),
    /** « Annuler » for a request. */
    CANCEL("annulation", "request.notice.cancelled"),
    /** « Libérer » for the substitute of a shift. */
    RELEASE("liberation", "dispatch.notice.released"),
    /** « Absente » for the substitute of a shift. */
    MARK_ABSENT("absence", "dispatch.notice.absent"),
    /** « Non comblé » for a shift. */
    GIVE_UP("non-comble", "dispatch.notice.given-up");

    private final String word;
    private final String notice;

    DeskAction(String word, String notice) {
        this.word = word;
        this.notice = notice;
    }

    /** The action of an address, which ends with its word. */
    static DeskAction of(String path) {
        return Arrays.stream(values())
                .filter(it -> path.endsWith("/" + it.word))
                .findFirst()
                .orElseThrow();
    }

    /** @param shift null for an action on a request */
    boolean isPossible(DeskRequestPage request, DeskShiftRow shift) {
        return switch (this) {
            case ASK -> request.possible().ask();
            case DECLINE -> request.possible().decline();
            case CANCEL -> request.possible().cancel();
            case RELEASE -> shift.possible().release();
            case MARK_ABSENT -> shift.possible().markAbsent();
            case GIVE_UP -> shift.open();
        };
    }

    /** The shifts whose substitutes are told of it. */
    List<DeskShiftRow> concerns(DeskRequestPage request, DeskShiftRow shift, Instant now) {
        return switch (this) {
            case CANCEL ->
                request.shifts().stream()
                        .filter(it -> it.status().isChangeable(it.startsAt(), it.endsAt(), now))
                        .toList();
            case RELEASE -> List.of(shift);
            default -> List.of();
        };
    }

    /** Last part of its address. */
    public String word() {
        return word;
    }

    /** Message key of the notice after it. */
    String notice() {
        return notice;
    }

    /** Whether its text is a question to the manager. */
    public boolean isQuestion() {
        return this == ASK;
    }
}
