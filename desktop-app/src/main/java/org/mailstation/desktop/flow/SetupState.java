package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.config.diff.Change;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.DraftCheck;
import org.mailstation.desktop.draft.LineFound;
import org.mailstation.desktop.install.Hurdles;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.install.ReleaseName;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/** Where the person is, and everything that the page there shows. */
public sealed interface SetupState {

    Step step();

    default Activity activity() {
        return Activity.IDLE;
    }

    /**
     * Which NAS?
     *
     * @param address as typed
     * @param remembered address of the station that this computer looked after last; empty: none
     * @param unfinished when the set-up of that one was left; {@code null}: nothing is unfinished
     * @param problems what is wrong with the address
     */
    record Locating(
            String address,
            String remembered,
            @Nullable Instant unfinished,
            List<Problem> problems,
            Activity activity)
            implements SetupState {
        public Locating {
            problems = List.copyOf(problems);
        }

        @Override
        public Step step() {
            return Step.FIND;
        }
    }

    /** A NAS never met before shows its host key; nothing was sent to it yet. */
    record ConfirmingKey(String address, HostKey key) implements SetupState {
        @Override
        public Step step() {
            return Step.FIND;
        }
    }

    /**
     * The NAS shows another host key than the pinned one. There is no way on from here, only back.
     *
     * @param pins the file that holds the pinned key, for a person who knows why it changed
     */
    record KeyChanged(String address, HostKey shown, String pins) implements SetupState {
        @Override
        public Step step() {
            return Step.FIND;
        }
    }

    /** Who are you there? {@code problems} name the fields of {@link SignInForm}. */
    record SigningIn(String address, SignInForm form, List<Problem> problems, Activity activity)
            implements SetupState {
        public SigningIn {
            problems = List.copyOf(problems);
        }

        @Override
        public Step step() {
            return Step.SIGN_IN;
        }
    }

    /** The work behind another page waits for an answer. {@code step}: of that page. */
    record Asking(Question question, Step step) implements SetupState {}

    /** What kind of NAS is it, and what does it have already? */
    record Looking(String address, Activity activity) implements SetupState {
        @Override
        public Step step() {
            return Step.INSTALL;
        }
    }

    /**
     * The NAS is known; the daemon can be installed, or is there already.
     *
     * @param ownVersion what this assistant would install
     */
    record Installing(String address, NasInfo nas, String ownVersion, Activity activity)
            implements SetupState {

        @Override
        public Step step() {
            return Step.INSTALL;
        }

        /** Nothing needs to be done here. */
        public boolean upToDate() {
            return nas.installed() && nas.installedVersion().equals(ownVersion);
        }

        /** What to know before anything is sent. */
        public List<Finding> hurdles() {
            return Hurdles.of(nas, ownVersion);
        }

        /** What the coloured button does. */
        Forward forward() {
            if (upToDate()) {
                return Forward.CONTINUE;
            }
            if (!nas.installed()) {
                return Forward.INSTALL;
            }
            boolean newer = new ReleaseName(nas.installedVersion()).isNewerThan(ownVersion);
            // what is newer may still be talked to; what the NAS's own system has to bring is
            // looked at again when it was brought
            return newer ? Forward.CONTINUE : nas.packaged() ? Forward.RETRY : Forward.UPDATE;
        }
    }

    /** The daemon runs. {@code activity}: fetching its configuration. */
    record InstallDone(String address, Installed installed, Activity activity)
            implements SetupState {
        @Override
        public Step step() {
            return Step.INSTALL;
        }
    }

    /**
     * A page of the draft.
     *
     * @param line what was found of the line
     * @param known addresses that have a password at the station
     * @param fresh the station runs nothing yet
     * @param undo a removed person or address can be brought back
     * @param resumed where the draft comes from, if from an earlier run of the program
     */
    record Filling(
            Step step,
            Draft draft,
            DraftCheck check,
            LineFound line,
            Set<String> known,
            boolean fresh,
            boolean undo,
            @Nullable Resumed resumed,
            Activity activity)
            implements SetupState {
        public Filling {
            known = Set.copyOf(known);
        }
    }

    /**
     * What would change.
     *
     * @param changes in words
     * @param sameSettings the station runs exactly these settings already
     * @param newPasswords addresses that get a password
     * @param newSecrets a provider's or relay's password goes to the station
     */
    record Reviewing(
            List<Change> changes,
            boolean sameSettings,
            List<String> newPasswords,
            boolean newSecrets,
            Activity activity)
            implements SetupState {
        public Reviewing {
            changes = List.copyOf(changes);
            newPasswords = List.copyOf(newPasswords);
        }

        /** There is nothing to apply. */
        public boolean nothingToDo() {
            return sameSettings && newPasswords.isEmpty() && !newSecrets;
        }

        @Override
        public Step step() {
            return Step.REVIEW;
        }
    }

    /**
     * It runs.
     *
     * @param mailbox the first one
     * @param findings of the daemon's check of itself
     */
    record Running(int revision, String hostName, String mailbox, List<Finding> findings)
            implements SetupState {
        public Running {
            findings = List.copyOf(findings);
        }

        @Override
        public Step step() {
            return Step.REVIEW;
        }
    }

    /**
     * It does not run.
     *
     * @param reason what happened and in what state the station is now
     * @param findings why, if the daemon tried and went back
     * @param problems why, if it did not try
     */
    record NotApplied(Text reason, List<Finding> findings, List<Problem> problems)
            implements SetupState {
        public NotApplied {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }

        @Override
        public Step step() {
            return Step.REVIEW;
        }
    }

    /** What is left to be done outside, and shown to work, once the station runs. */
    record Afterwards(Step step, Activity activity) implements SetupState {}

    /** Everything is set up; from here on the station is watched. */
    record Home(String address, Activity activity) implements SetupState {
        @Override
        public Step step() {
            return Step.STATUS;
        }
    }
}
