package ca.releve.format;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hours that a user typed, with or without a sign.
 *
 * @param minutes signed whole minutes
 * @param plus whether a plus sign was typed
 * @param typed the text itself, which a form shows again as it was typed
 * @param excess how much the typed decimals exceed those of the minutes: 0 for whole minutes, as 0,98 and 1,00 but not 0,99
 */
public record Hours(int minutes, boolean plus, String typed, int excess) {

    /** Decimal hours with a sign: {@code -1,00}, {@code 1.00}, {@code +0,25}; empty for anything else. */
    public static Optional<Hours> parse(String text) {
        OptionalInt minutes = HoursText.parse(text);
        return minutes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Hours(minutes.getAsInt(), text.strip().startsWith("+"), text, HoursText.excess(text)));
    }

    /** Whether the typed hours are whole minutes. */
    public boolean isWhole() {
        return excess == 0;
    }

    /** The nearest whole minutes below what was typed, without a sign. */
    public int minutesBelow() {
        return Math.abs(minutes) - (excess < 0 ? 1 : 0);
    }

    /** The nearest whole minutes above, without a sign. */
    public int minutesAbove() {
        return minutesBelow() + 1;
    }
}
