package org.mailstation.desktop.flow;

import java.util.function.Consumer;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.Validation;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * One change of the running configuration, without a form: fetched, changed, applied, confirmed.
 */
final class ConfigChange {

    private final Session session;
    private final Cancellation cancellation;
    private final Consumer<Activity.Running> progress;
    private int revision;

    ConfigChange(Session session, Cancellation cancellation, Consumer<Activity.Running> progress) {
        this.session = session;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /** What runs now. */
    StationConfig fetch() throws FailureException {
        ConfigDocument document = session.onStation(cancellation, Station::config);
        revision = document.revision();
        return switch (StationToml.read(document.toml())) {
            case Parsed.Valid<StationConfig>(StationConfig config) -> config;
            case Parsed.Invalid<StationConfig> wrong ->
                    throw new FailureException(
                            new FlowFailure.ConfigurationUnreadable(
                                    wrong.problems().getFirst().text()));
        };
    }

    /**
     * Finds out whether the station would take it.
     *
     * @throws FailureException with {@link FlowFailure.NotApplied} if it would not
     */
    void judge(StationConfig wanted) throws FailureException {
        String toml = StationToml.write(wanted);
        if (session.onStation(cancellation, station -> station.validate(toml))
                instanceof Validation.Faulty faulty) {
            throw notApplied(faulty.problems().getFirst().text());
        }
    }

    /**
     * Applies what was made from the fetched one, and keeps it.
     *
     * @throws FailureException with {@link FlowFailure.NotApplied} if the station runs the previous
     *     one again
     */
    void apply(StationConfig wanted) throws FailureException {
        apply(StationToml.write(wanted), revision);
    }

    /**
     * The same with a text that was made, or looked at, when another revision ran.
     *
     * @param base that revision: if it does not run any more, nothing is changed
     */
    void apply(String toml, int base) throws FailureException {
        Applying applying =
                new Applying(
                        session,
                        cancellation,
                        step ->
                                progress.accept(
                                        new Activity.Running(step.percent(), step.step(), false)));
        switch (applying.apply(toml, base)) {
            case Applying.Result.Runs runs -> revision = runs.revision();
            case Applying.Result.WentBack back -> throw notApplied(back.reason());
            case Applying.Result.Refused refused ->
                    throw notApplied(
                            refused.problems().isEmpty()
                                    ? Text.of("flow.apply.refused")
                                    : refused.problems().getFirst().text());
            case Applying.Result.Stale _ -> throw notApplied(Text.of("flow.apply.stale"));
            case Applying.Result.Busy _ -> throw notApplied(Text.of("flow.apply.busy"));
            case Applying.Result.PasswordRefused refused -> throw notApplied(refused.reason());
        }
    }

    private static FailureException notApplied(Text reason) {
        return new FailureException(new FlowFailure.NotApplied(reason));
    }
}
