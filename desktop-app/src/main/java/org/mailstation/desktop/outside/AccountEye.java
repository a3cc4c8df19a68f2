package org.mailstation.desktop.outside;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.mailstation.check.CheckRun;
import org.mailstation.check.Checks;
import org.mailstation.check.Scene;
import org.mailstation.check.real.Scenes;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.SceneEye;
import org.mailstation.desktop.check.Sight;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.Doors;
import org.mailstation.text.Text;

/**
 * Looks from an account outside: knocks at the doors from there, all else is asked from here.
 *
 * @param scenes of this computer
 */
public record AccountEye(OutsideAccount account, Opening opening, Scenes scenes, Clock clock)
        implements Eye {
    /** Signs in. */
    @FunctionalInterface
    public interface Opening {
        OutsideEye open(OutsideAccount account) throws FailureException;
    }

    @Override
    public Vantage from() {
        return Vantage.OUTSIDE;
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException {
        boolean anything =
                sight.wanted().of(Checks.ALL).stream()
                        .anyMatch(check -> check.from().contains(Vantage.OUTSIDE));
        if (!anything || sight.portrait() == null) {
            return List.of();
        }
        try (OutsideEye eye = opening.open(account)) {
            Scenes there = (config, id, places) -> moved(scenes.of(config, id, places), eye);
            return new SceneEye(Vantage.OUTSIDE, Checks.ALL, there).look(sight, progress);
        } catch (FailureException e) {
            if (e.failure() instanceof Cancelled) {
                throw new InterruptedException();
            }
            return List.of(unusable(e.failure()));
        }
    }

    private static Scene moved(Scene here, OutsideEye eye) {
        Doors doors = eye.doors();
        return new Scene(
                Vantage.OUTSIDE,
                here.config(),
                here.identity(),
                here.landmarks(),
                here.names(),
                doors,
                here.line(),
                here.times(),
                here.web(),
                here.clock());
    }

    private Finding unusable(Failure failure) {
        Evidence evidence =
                new Evidence(
                        Vantage.PC,
                        "sign in to " + account.written(),
                        failure.code() + ": " + failure.text().in(Locale.ENGLISH),
                        clock.instant());
        return new Observation("outside:" + account.written(), Hop.SENDER, List.of(evidence))
                .unknown(
                        Severity.WARNING,
                        Text.of("outside.unusable", account.written(), failure.text().words()));
    }
}
