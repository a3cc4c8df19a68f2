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
    private @Nullable Answer known;

    /**
     * @param line asks; takes some seconds
     */
    public AskedLine(Supplier<LineAddress.Look> line, Vantage vantage, Clock clock) {
        this.line = line;
        this.vantage = vantage;
        this.clock = clock;
    }

    /** Asks once, however many checks want to know. */
    @Override
    public synchronized Answer address() {
        if (known == null) {
            known = answer(line.get());
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
