package org.mailstation.daemon;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.guard.GuardFindings;
import org.mailstation.finding.Finding;

/** The wiring of who is held back. */
final class GuardParts {
    private GuardParts() {}

    static Bans bans(Guard guard, BanRequest request) {
        return switch (request.wanted()) {
            case LIST -> new Bans(guard.bans(), false);
            case LIFT -> {
                boolean lifted = guard.lift(request.address());
                yield new Bans(guard.bans(), lifted);
            }
        };
    }

    static Supplier<List<Finding>> findings(Guard guard, Clock clock) {
        return () -> GuardFindings.of(guard, clock.instant());
    }
}
