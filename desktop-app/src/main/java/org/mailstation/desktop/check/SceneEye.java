package org.mailstation.desktop.check;

import java.util.List;
import org.mailstation.check.Check;
import org.mailstation.check.CheckRun;
import org.mailstation.check.real.Portrait;
import org.mailstation.check.real.Scenes;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/**
 * Asks the world by the checks that can be done from there.
 *
 * @param scenes made anew for each look
 */
public record SceneEye(Vantage from, List<Check> checks, Scenes scenes) implements Eye {
    public SceneEye {
        checks = List.copyOf(checks);
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException {
        Portrait portrait = sight.portrait();
        if (portrait == null) {
            return List.of();
        }
        return new CheckRun(sight.wanted().of(checks), sight.patience())
                .run(
                        scenes.of(portrait.config(), portrait.identity(), portrait.landmarks()),
                        progress);
    }
}
