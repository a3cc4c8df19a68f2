package org.mailstation.daemon;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.backup.Backups;
import org.mailstation.daemon.backup.plan.BackupKeeper;
import org.mailstation.daemon.control.Copies;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.mail.StationMail;
import org.mailstation.daemon.moving.Moves;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.task.Course;

/**
 * The wiring of what copies whole stations.
 *
 * @param keeper has backups made by themselves
 * @param desk does what people ask for
 */
record CopyParts(BackupKeeper keeper, Copies desk) {
    /** The answer goes out before the daemon that gives it ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    static CopyParts of(
            DataFolder data,
            MailServer server,
            SecretStore secrets,
            Supplier<@Nullable StationConfig> config,
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
        BackupKeeper keeper =
                new BackupKeeper(
                        config,
                        backups::answer,
                        data.backups(),
                        clock,
                        timer,
                        work -> Thread.ofVirtual().name("backup").start(work));
        return new CopyParts(keeper, desk(keeper, backups, moves));
    }

    private static Copies desk(BackupKeeper keeper, Backups backups, Moves moves) {
        return new Copies() {
            @Override
            public BackupOutcome backup(BackupRequest request, Course course) {
                return keeper.answer(request, course);
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
