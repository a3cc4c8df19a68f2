package org.mailstation.daemon.control;

import java.io.IOException;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.Watched;

/** What somebody asks who looks after a station that runs. */
public interface HomeDesk {
    /** Letters that wait, after doing what is wanted. */
    WaitingLetters queue(QueueRequest request);

    Mailboxes mailboxes();

    /** What the station saw when it looked at itself. */
    Watched watched();

    /** The configurations that were kept. */
    History history() throws IOException;
}
