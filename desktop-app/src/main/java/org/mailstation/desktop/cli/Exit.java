package org.mailstation.desktop.cli;

import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;

/**
 * How {@code mail-station} ends. Scripts rely on these numbers; where both have one, it means the
 * same as {@code mailstationctl}'s.
 */
public enum Exit {
    OK(0),
    /** {@code status}: the station is not fine */
    ATTENTION(1),
    USAGE(2),
    /** the NAS or the daemon does not answer, or the connection was lost */
    NO_ANSWER(3),
    /** the configuration or password was refused; nothing was changed */
    REJECTED(4),
    /** somebody else applied a configuration in the meantime; nothing was changed */
    STALE(5),
    /** the new configuration did not come up; the previous one runs again */
    ROLLED_BACK(6),
    /** another configuration is being applied; nothing was changed */
    BUSY(7),
    /** daemon and assistant do not understand each other */
    INCOMPATIBLE(8),
    /** a file cannot be read, an account does not exist, or no station is connected yet */
    NOT_FOUND(9),
    /** the person said no, to a host key or a change; nothing was changed */
    DECLINED(10),
    /** the host key is not the pinned one */
    HOST_KEY_CHANGED(11),
    /** the NAS does not accept who signs in, or gives no administrator's right */
    SIGN_IN(12),
    /** the installation failed; the NAS is as it was */
    NOT_INSTALLED(14),
    /** there is no display for the window */
    NO_DISPLAY(15),
    /** something unexpected */
    SURPRISE(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The number for a failure. */
    static Exit of(Failure failure) {
        return switch (failure) {
            case SshFailure ssh -> ofSsh(ssh);
            case InstallFailure _ -> NOT_INSTALLED;
            case StationFailure.NotInstalled _ -> NOT_FOUND;
            case StationFailure.Incompatible _ -> INCOMPATIBLE;
            case StationFailure.DaemonError _ -> SURPRISE;
            case StationFailure _ -> NO_ANSWER;
            case Cancelled _ -> DECLINED;
            case CliFailure cli -> cli.exit();
            default -> SURPRISE;
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
                    NO_ANSWER;
            case SshFailure.HostKeyNotAccepted _ -> DECLINED;
            case SshFailure.HostKeyChanged _ -> HOST_KEY_CHANGED;
            case SshFailure.KnownHostsUnusable _, SshFailure.KeyUnreadable _ -> NOT_FOUND;
            case SshFailure.WrongPassword _,
                    SshFailure.KeyRefused _,
                    SshFailure.MethodNotOffered _,
                    SshFailure.NoSudoRight _,
                    SshFailure.WrongSudoPassword _ ->
                    SIGN_IN;
        };
    }
}
