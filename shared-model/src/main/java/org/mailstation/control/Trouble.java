package org.mailstation.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * Something that is not as it should be, or was not.
 *
 * @param check the name of the check that found it
 * @param health what it amounts to alone; {@code null}: an older station did not say
 * @param since when it was seen first; {@code null}: an older station did not say
 * @param until when it was seen to be over; {@code null}: it is not, or an older station did not
 *     say
 */
public record Trouble(
        String check,
        Text sentence,
        @Nullable Health health,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** It begins. */
    public static Trouble begun(String check, Text sentence, Health health, Instant since) {
        return new Trouble(check, sentence, health, since, null);
    }

    /** The same, as it ends. */
    public Trouble over(Instant at) {
        return new Trouble(check, sentence, health, since, at);
    }
}
