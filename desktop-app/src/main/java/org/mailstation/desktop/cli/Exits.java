package org.mailstation.desktop.cli;

import org.mailstation.desktop.flow.FlowFailure;
import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.words.Exit;

/** How the program ends for what has failed. */
final class Exits {
    private Exits() {}

    /** The number for a failure. */
    static Exit of(Failure failure) {
        return switch (failure) {
            case SshFailure ssh -> ofSsh(ssh);
            case InstallFailure _ -> Exit.NOT_INSTALLED;
            case StationFailure.NotInstalled _ -> Exit.NOT_FOUND;
            case StationFailure.Incompatible _ -> Exit.INCOMPATIBLE;
            case StationFailure.DaemonError _ -> Exit.SURPRISE;
            case StationFailure _ -> Exit.NO_ANSWER;
            case Cancelled _ -> Exit.DECLINED;
            case CliFailure cli -> cli.exit();
            case FlowFailure.NotApplied _ -> Exit.REJECTED;
            default -> Exit.SURPRISE;
        };
    }

    private static Exit ofSsh(SshFailure failure) {
        return switch (failure) {
            case SshFailure.UnknownHost _,
                    SshFailure.Refused _,
                    SshFailure.TimedOut _,
                    SshFailure.NoRoute _,
                    SshFailure.NotSsh _,
                    SshFailure.HungUp _,
                    SshFailure.NoCommonAlgorithm _,
                    SshFailure.ConnectionLost _ ->
                    Exit.NO_ANSWER;
            case SshFailure.HostKeyNotAccepted _ -> Exit.DECLINED;
            case SshFailure.HostKeyChanged _ -> Exit.HOST_KEY_CHANGED;
            case SshFailure.ForwardingForbidden _ -> Exit.REJECTED;
            case SshFailure.KnownHostsUnusable _, SshFailure.KeyUnreadable _ -> Exit.NOT_FOUND;
            case SshFailure.WrongPassword _,
                    SshFailure.KeyRefused _,
                    SshFailure.MethodNotOffered _,
                    SshFailure.NoSudoRight _,
                    SshFailure.WrongSudoPassword _ ->
                    Exit.SIGN_IN;
        };
    }
}
