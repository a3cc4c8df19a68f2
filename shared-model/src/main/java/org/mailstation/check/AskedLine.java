package org.mailstation.check;

import java.net.Inet4Address;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Vantage;
import org.mailstation.line.LineAddress;
import org.mailstation.standing.Standing;

/** The line as those see it who can be asked from here. */
public final class AskedLine implements PublicLine {
    private final Supplier<LineAddress.Look> line;
    private final Vantage vantage;
    private final Clock clock;
    private LineAddress.@Nullable Look known;

    /**
     * @param line asks; takes some seconds
     */
    public AskedLine(Supplier<LineAddress.Look> line, Vantage vantage, Clock clock) {
        this.line = line;
        this.vantage = vantage;
        this.clock = clock;
    }

    @Override
    public Answer address() {
        return answer(look());
    }

    @Override
    public Standing standing() {
        return look().standing();
    }

    /** Asks once, however many checks want to know. */
    private synchronized LineAddress.Look look() {
        if (known == null) {
            known = line.get();
        }
        return known;
    }

    private Answer answer(LineAddress.Look look) {
        List<Evidence> evidence =
                look.told().stream()
                        .map(
                                told ->
                                        new Evidence(
                                                vantage,
                                                "the line's address",
                                                told.technically(),
                                                clock.instant()))
                        .toList();
        Inet4Address address = look.address();
        return address == null || look.standing() instanceof Standing.Disagreement
                ? new Unknown(evidence)
                : new Known(address, evidence);
    }
}
