package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import org.mailstation.config.Problem;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/**
 * Brings a reviewed configuration to the station and makes it stay. May be repeated after any
 * failure.
 */
record Applying(Session session, Cancellation cancellation, Consumer<Progress> progress) {

    /**
     * Long enough for a new connection over a slow line, short enough that nobody waits long for
     * the way back.
     */
    private static final int PROBATION_SECONDS = 60;

    /** What became of it. */
    sealed interface Result {
        record Runs(int revision, List<Finding> findings) implements Result {}

        /** The station runs what it ran before. */
        record WentBack(Text reason, List<Finding> findings) implements Result {}

        /** The station did not try. */
        record Refused(List<Problem> problems) implements Result {}

        /** Somebody else changed it meanwhile. */
        record Stale(int revision) implements Result {}

        record Busy() implements Result {}

        /** All runs, only a mailbox's password is not set. */
        record PasswordRefused(Runs runs, String address, Text reason) implements Result {}
    }

    Result apply(String toml, int baseRevision) throws FailureException {
        ApplyOutcome outcome =
                session.onStation(
                        cancellation,
                        station ->
                                station.apply(
                                        toml,
                                        baseRevision,
                                        PROBATION_SECONDS,
                                        progress,
                                        cancellation));
        return switch (outcome) {
            case ApplyOutcome.Applied applied -> keep(applied);
            case ApplyOutcome.RolledBack back ->
                    new Result.WentBack(Text.of("flow.apply.rolled-back"), back.findings());
            case ApplyOutcome.Stale stale -> new Result.Stale(stale.revision());
            case ApplyOutcome.Rejected rejected -> new Result.Refused(rejected.problems());
            case ApplyOutcome.Busy _ -> new Result.Busy();
        };
    }

    /**
     * Over a conversation of its own: that one can be opened at all is what the probation waits
     * for.
     */
    private Result keep(ApplyOutcome.Applied applied) throws FailureException {
        if (applied.probation() == null) {
            return new Result.Runs(applied.revision(), applied.findings());
        }
        ConfirmOutcome outcome =
                session.onStation(cancellation, station -> station.confirm(applied.revision()));
        return switch (outcome) {
            case ConfirmOutcome.Confirmed confirmed ->
                    new Result.Runs(confirmed.revision(), applied.findings());
            // the one before may have been confirmed just before its answer was lost
            case ConfirmOutcome.NothingPending now when now.revision() == applied.revision() ->
                    new Result.Runs(now.revision(), applied.findings());
            case ConfirmOutcome.NothingPending _ ->
                    new Result.WentBack(Text.of("flow.apply.not-confirmed"), applied.findings());
        };
    }

    Result setPassword(String address, Secret password, Result.Runs runs) throws FailureException {
        PasswordOutcome outcome =
                session.onStation(cancellation, station -> station.setPassword(address, password));
        return switch (outcome) {
            case PasswordOutcome.Set _ -> runs;
            case PasswordOutcome.Refused refused ->
                    new Result.PasswordRefused(runs, address, refused.reason());
            case PasswordOutcome.NoSuchAccount missing ->
                    new Result.PasswordRefused(
                            runs,
                            address,
                            Text.of("flow.apply.no-such-mailbox", missing.address()));
        };
    }
}
