package org.mailstation.daemon.control;

import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.daemon.task.Course;

/** Copies of everything, and of mailboxes elsewhere. Each returns when it is done. */
public interface Copies {
    /**
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    BackupOutcome backup(BackupRequest request, Course course);

    /**
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    RestoreOutcome restore(RestoreRequest request, Course course);

    /**
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    MoveOutcome move(MoveRequest request, Course course);
}
