package org.mailstation.desktop.check;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.DaemonAlive;
import org.mailstation.check.Starter;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Failure;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;

/** What it says about the station that the way to it failed. */
final class Unanswered {
    private Unanswered() {}

    /** {@code null} if it says nothing about the station, but about how the person signs in. */
    static @Nullable Finding finding(Failure failure, Instant now) {
        return finding(failure, now, Starter.UNKNOWN);
    }

    /** The same, where it is known with what the NAS starts its services. */
    static @Nullable Finding finding(Failure failure, Instant now, Starter starter) {
        Evidence evidence =
                new Evidence(
                        Vantage.PC,
                        "sign in to the NAS",
                        failure.code() + ": " + failure.text().in(Locale.ENGLISH),
                        now);
        return switch (failure) {
            case StationFailure station -> daemon(station, evidence, starter);
            case SshFailure ssh -> nas(ssh, new Observation("nas", Hop.NAS, List.of(evidence)));
            default -> null;
        };
    }

    private static Finding daemon(StationFailure failure, Evidence evidence, Starter starter) {
        return switch (failure) {
            case StationFailure.NotRunning _ -> DaemonAlive.stopped(evidence, starter);
            case StationFailure.NotInstalled _ -> DaemonAlive.missing(evidence);
            case StationFailure.Incompatible _,
                    StationFailure.ConnectionLost _,
                    StationFailure.NoAnswer _,
                    StationFailure.DaemonError _ ->
                    DaemonAlive.mute(evidence, failure.text());
        };
    }

    private static @Nullable Finding nas(SshFailure failure, Observation seen) {
        return switch (failure) {
            case SshFailure.UnknownHost _,
                    SshFailure.TimedOut _,
                    SshFailure.NoRoute _,
                    SshFailure.HostKeyChanged _ ->
                    seen.fail(Severity.CRITICAL, failure.text(), null);
            case SshFailure.Refused _,
                    SshFailure.NotSsh _,
                    SshFailure.HungUp _,
                    SshFailure.NoCommonAlgorithm _,
                    SshFailure.ConnectionLost _ ->
                    seen.fail(Severity.ERROR, failure.text(), null);
            case SshFailure.HostKeyNotAccepted _,
                    SshFailure.ForwardingForbidden _,
                    SshFailure.KnownHostsUnusable _,
                    SshFailure.WrongPassword _,
                    SshFailure.KeyRefused _,
                    SshFailure.KeyUnreadable _,
                    SshFailure.MethodNotOffered _,
                    SshFailure.NoSudoRight _,
                    SshFailure.WrongSudoPassword _ ->
                    null;
        };
    }
}
