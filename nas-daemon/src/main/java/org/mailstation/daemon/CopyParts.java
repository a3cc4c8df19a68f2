package org.mailstation.daemon;

import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.backup.Backups;
import org.mailstation.daemon.control.Copies;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.mail.StationMail;
import org.mailstation.daemon.moving.Moves;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.task.Course;

/** The wiring of what copies whole stations. */
final class CopyParts {
    /** The answer goes out before the daemon that gives it ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private CopyParts() {}

    static Copies of(
            DataFolder data,
            MailServer server,
            SecretStore secrets,
            Clock clock,
            Timer timer,
            Runnable restart) {
        StationMail mail = server.mail();
        Backups backups =
                new Backups(
                        data.root(),
                        mail,
                        mail,
                        () -> secrets.read("backup"),
                        Version.current(),
                        clock,
                        () -> timer.after(FAREWELL, restart));
        Moves moves =
                new Moves(data.root(), mail, (SSLSocketFactory) SSLSocketFactory.getDefault());
        return new Copies() {
            @Override
            public BackupOutcome backup(BackupRequest request, Course course) {
                return backups.answer(request, course);
            }

            @Override
            public RestoreOutcome restore(RestoreRequest request, Course course) {
                return backups.answer(request, course);
            }

            @Override
            public MoveOutcome move(MoveRequest request, Course course) {
                return moves.answer(request, course);
            }
        };
    }
}
