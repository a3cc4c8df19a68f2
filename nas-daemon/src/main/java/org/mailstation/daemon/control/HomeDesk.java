package org.mailstation.daemon.control;

import java.io.IOException;
import java.util.function.Consumer;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Progress;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;

/** What somebody asks who looks after a station that runs. */
public interface HomeDesk {
    /** Letters that wait, after doing what is wanted. */
    WaitingLetters queue(QueueRequest request);

    Mailboxes mailboxes();

    /** What the station saw when it looked at itself. */
    Watched watched();

    /**
     * Has it look now, or write its owner a letter as a trial.
     *
     * @param progress told from any thread
     * @throws InterruptedException if nobody wants the answer any more
     */
    WatchAnswer watch(WatchRequest request, Consumer<Progress> progress)
            throws InterruptedException;

    /** The configurations that were kept. */
    History history() throws IOException;
}
