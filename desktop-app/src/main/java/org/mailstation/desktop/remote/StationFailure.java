package org.mailstation.desktop.remote;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/**
 * The ways in which talking to the daemon can fail. What SSH itself can do wrong is in {@code
 * SshFailure}.
 */
public sealed interface StationFailure extends Failure {
    /** There is no daemon on this NAS. */
    record NotInstalled(String host) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.not-installed", host);
        }
    }

    /** The daemon is there, but does not run. */
    record NotRunning(String host, String said) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.not-running", host, said);
        }
    }

    /** Assistant and daemon speak no common version of their conversation. */
    record Incompatible(String daemonVersion, String assistantVersion) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.incompatible", daemonVersion, assistantVersion);
        }
    }

    /** The conversation ended in the middle. */
    record ConnectionLost(String host) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.connection-lost", host);
        }
    }

    /** The daemon did not answer in time. */
    record NoAnswer(String host, long seconds) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.no-answer", host, Long.toString(seconds));
        }
    }

    /** The daemon was surprised; its own log says more. */
    record DaemonError(String said) implements StationFailure {
        @Override
        public Text text() {
            return Text.of("station.daemon-error", said);
        }
    }
}
