package org.mailstation.daemon.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;

/** Backups that go on until nobody wants them any more, or are answered as the test says. */
public final class FakeCopies implements Copies {
    public final Map<BackupRequest.Wanted, BackupOutcome> answers =
            new EnumMap<>(BackupRequest.Wanted.class);
    public final List<BackupRequest> asked = new CopyOnWriteArrayList<>();
    public final CountDownLatch begun = new CountDownLatch(1);
    public final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public BackupOutcome backup(BackupRequest request, Course course) {
        asked.add(request);
        BackupOutcome known = answers.get(request.wanted());
        if (known != null) {
            return known;
        }
        try {
            course.at(1, 2, Text.of("backup.step.begin"));
            begun.countDown();
            while (!Thread.interrupted()) {
                course.goOn();
                TimeUnit.MILLISECONDS.sleep(1);
            }
            throw new IllegalStateException("was interrupted, which closes files of others");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            ended.countDown();
        }
    }

    @Override
    public RestoreOutcome restore(RestoreRequest request, Course course) {
        return new RestoreOutcome.Refused(Text.of("restore.none"));
    }

    @Override
    public MoveOutcome move(MoveRequest request, Course course) {
        return new MoveOutcome.Refused(Text.of("move.place", request.place()));
    }
}
