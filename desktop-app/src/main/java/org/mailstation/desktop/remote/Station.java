package org.mailstation.desktop.remote;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Validation;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;

/**
 * A daemon that can be talked to. Each call waits for its answer, at most for a deadline of its
 * own, and may be made from any thread. A lost connection ends every call that waits and all later
 * ones with {@link StationFailure.ConnectionLost}; a new {@link Station} is then opened.
 */
public interface Station extends AutoCloseable {
    /** Version of the daemon. */
    String version();

    StationStatus status() throws FailureException;

    ConfigDocument config() throws FailureException;

    /** What {@link #apply} would say and change, without doing it. */
    Validation validate(String toml) throws FailureException;

    /**
     * Switches to another configuration. After a lost connection the same call may simply be made
     * again over a new {@link Station}: if the first one came through, this configuration already
     * runs, and the answer is {@link ApplyOutcome.Applied} with its revision.
     *
     * @param baseRevision the revision that it was made from
     * @param probationSeconds roll back unless confirmed within this time; 0: keep it at once
     * @param progress called on another thread
     */
    ApplyOutcome apply(
            String toml,
            int baseRevision,
            int probationSeconds,
            Consumer<Progress> progress,
            Cancellation cancellation)
            throws FailureException;

    ConfirmOutcome confirm(int revision) throws FailureException;

    PasswordOutcome setPassword(String address, Secret password) throws FailureException;

    /**
     * @param name one of {@code relay}, {@code ddns}
     */
    SecretOutcome putSecret(String name, Secret value) throws FailureException;

    /** What one needs in order to look at the station from here too. */
    StationIdentity identity() throws FailureException;

    /**
     * Lets the NAS look at everything that matters to mail; takes up to 20 seconds.
     *
     * @param only names of checks; none: all
     * @param progress called on another thread
     */
    Checked check(List<String> only, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException;

    /**
     * How the name follows the line's address.
     *
     * @param now looks for the address first, which takes some seconds
     */
    DdnsStatus ddns(boolean now) throws FailureException;

    /** Tries the DDNS login at the provider; takes some seconds. */
    DdnsTried testDdns(Cancellation cancellation) throws FailureException;

    /** What the router leads to the NAS; asking it may take half a minute. */
    Forwards forwards(ForwardsRequest.Wanted wanted, Cancellation cancellation)
            throws FailureException;

    /** Which records should stand in the DNS, and which do; takes some seconds. */
    ComparedRecords records(Cancellation cancellation) throws FailureException;

    /** Lets a test letter go the whole way, or waits for one; takes up to a minute. */
    Checked letter(AskLetter request, Cancellation cancellation) throws FailureException;

    /**
     * Asks the daemon what has no call of its own here; waits a minute at most.
     *
     * @param cancellation ends the waiting, and tells the daemon that nobody waits
     */
    <T> T ask(Inquiry<T> inquiry, Cancellation cancellation) throws FailureException;

    /**
     * Has the daemon do something that may take hours; waits as long.
     *
     * @param progress called on another thread
     * @param cancellation ends the work, too
     */
    <T> T work(Inquiry<T> inquiry, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException;

    /** One question to the daemon. */
    @FunctionalInterface
    interface Inquiry<T> {
        CompletableFuture<T> to(StationControl control);
    }

    /**
     * The newest lines of the daemon's log, oldest first.
     *
     * @param lines 1 to 10 000
     */
    List<String> log(int lines) throws FailureException;

    /**
     * From now on the listener hears what happens there, on another thread, until the connection
     * ends.
     */
    void subscribe(StationListener listener, boolean log) throws FailureException;

    /**
     * Something to run once when the connection is gone, closed here or lost; at once if it is gone
     * already. On another thread.
     */
    void onEnd(Runnable action);

    @Override
    void close();
}
