package org.mailstation.daemon.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailstation.check.Scene;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does an update of the NAS's system wait for a restart? */
final class RestartCheck extends NasCheck {
    /** Debian and Ubuntu put this there. */
    private static final String WAITING = "run/reboot-required";

    /** Nobody needs to hurry, but the gap that the update closes stays open until then. */
    private static final Duration LONG = Duration.ofDays(14);

    private final Box box;

    RestartCheck(Box box) {
        super("restart", Hop.NAS);
        this.box = box;
    }

    @Override
    public List<Finding> look(Scene scene) {
        if (!box.has(WAITING)) {
            return List.of();
        }
        Instant since = since(scene);
        boolean longAgo = since.plus(LONG).isBefore(scene.clock().instant());
        return List.of(
                seen(scene, "/" + WAITING, "there since " + since)
                        .warn(
                                longAgo ? Severity.WARNING : Severity.INFORMATION,
                                Text.of("restart.waiting"),
                                new Remedy.RunOnNas(Text.of("restart.remedy"), "")));
    }

    private Instant since(Scene scene) {
        try {
            FileTime time = Files.getLastModifiedTime(box.path(WAITING));
            return time.toInstant();
        } catch (IOException justGone) {
            return scene.clock().instant();
        }
    }
}
