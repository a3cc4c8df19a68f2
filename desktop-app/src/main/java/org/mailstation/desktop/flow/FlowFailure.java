package org.mailstation.desktop.flow;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/** What can go wrong in the flow itself, besides what its helpers report. */
public sealed interface FlowFailure extends Failure {

    /**
     * The station runs a configuration that this assistant cannot read, so it must not write one
     * either.
     *
     * @param first the first thing that is wrong with it
     */
    record ConfigurationUnreadable(Text first) implements FlowFailure {
        @Override
        public Text text() {
            return Text.of("flow.configuration-unreadable");
        }
    }

    /** A change did not come into effect; the station runs what it ran before. */
    record NotApplied(Text reason) implements FlowFailure {
        @Override
        public Text text() {
            return reason;
        }

        @Override
        public String code() {
            return "flow.not-applied";
        }
    }

    /** The system does not let itself be told to start this program. */
    record AutostartRefused(String why) implements FlowFailure {
        @Override
        public Text text() {
            return Text.of("flow.autostart-refused", why);
        }
    }

    /** No backup could be made. */
    record BackupRefused(Text reason) implements FlowFailure {
        @Override
        public Text text() {
            return reason;
        }

        @Override
        public String code() {
            return "flow.backup-refused";
        }
    }

    /** A file that shall be explained cannot be read. */
    record Unreadable(String file) implements FlowFailure {
        @Override
        public Text text() {
            return Text.of("flow.explain.unreadable", file);
        }
    }

    /** Where newer versions were said to lie, nothing is. */
    record NothingThere(String place) implements FlowFailure {
        @Override
        public Text text() {
            return Text.of("flow.nothing-there", place);
        }
    }

    /** A setting of this program could not be written down. */
    record NotKept(String why) implements FlowFailure {
        @Override
        public Text text() {
            return Text.of("flow.not-kept", why);
        }
    }
}
