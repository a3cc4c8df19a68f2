package org.mailstation.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * What one check found.
 *
 * @param check the check's stable name, for example {@code listener.smtp}
 * @param hop the station on the letter's way that this is about
 * @param severity how much it matters if the verdict is not {@link Verdict#PASS}
 * @param sentence the result in one sentence
 * @param evidence what was asked and answered, oldest first
 * @param remedy the cure, or {@code null} where none is needed or known
 */
public record Finding(
        String check,
        Hop hop,
        Verdict verdict,
        Severity severity,
        Text sentence,
        List<Evidence> evidence,
        @Nullable Remedy remedy) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
