package org.mailstation.desktop.flow;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Secret;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/**
 * The name that follows the home's changing address: shown, changed, and its login tried at the
 * provider. All on the owner's thread.
 */
public final class Naming {

    /**
     * What can be shown.
     *
     * @param problems of what was typed, by field
     * @param status as the station told it last, or {@code null} before it was asked
     * @param tried what the latest test said, or {@code null}
     */
    public record View(
            NameDraft draft,
            List<Problem> problems,
            Activity activity,
            @Nullable DdnsStatus status,
            @Nullable DdnsTried tried) {
        public View {
            problems = List.copyOf(problems);
        }
    }

    private record Known(ConfigDocument document, DdnsStatus status) {}

    private record Answer(List<Problem> problems, @Nullable DdnsTried tried, DdnsStatus status) {}

    private final Session session;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private NameDraft draft = NameDraft.EMPTY;
    private Ddns running = Ddns.NONE;
    private boolean touched;
    private List<Problem> problems = List.of();
    private @Nullable DdnsStatus status;
    private @Nullable DdnsTried tried;

    public Naming(Session session, Background background) {
        this.session = session;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(draft, problems, errand.activity(), status, tried);
    }

    /** Fetches what the station has; what was typed stays. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) ->
                        session.onStation(
                                cancellation,
                                station -> new Known(station.config(), station.ddns(false))),
                this::opened);
    }

    private void opened(Known known) {
        status = known.status();
        if (StationToml.read(known.document().toml())
                instanceof Parsed.Valid<StationConfig>(StationConfig config)) {
            running = config.ddns();
            draft = touched ? draft : NameDraft.of(running);
        }
        audience.tell();
    }

    /** Something was typed. */
    public void edit(UnaryOperator<NameDraft> change) {
        draft = change.apply(draft);
        touched = true;
        problems = List.of();
        tried = null;
        errand.forget();
        audience.tell();
    }

    /**
     * What must be asked before {@link #test}, since the name that follows the address now would
     * not be kept any more.
     *
     * @return {@code null}: nothing
     */
    public @Nullable Wish replaces() {
        Ddns wanted = draft.ddns();
        boolean same =
                wanted.host().equals(running.host())
                        && wanted.provider().equals(running.provider());
        return running.host().isEmpty() || wanted.host().isEmpty() || same
                ? null
                : new Wish(
                        Text.of("flow.name.replace.ask", running.host()),
                        Text.of("flow.name.replace"));
    }

    /** Brings what was typed to the station, and has it try the login at the provider. */
    public void test() {
        NameDraft wanted = draft;
        errand.start(
                Activity.Running.of("flow.name.testing"),
                (cancellation, progress) -> bring(wanted, cancellation, progress),
                this::answered);
    }

    public void cancel() {
        errand.cancel();
    }

    private void answered(Answer answer) {
        problems = answer.problems();
        status = answer.status();
        tried = answer.tried();
        if (problems.isEmpty()) {
            running = draft.ddns();
            draft = draft.withSecret("");
            touched = false;
        }
        audience.tell();
    }

    private Answer bring(
            NameDraft wanted, Cancellation cancellation, Consumer<Activity.Running> progress)
            throws FailureException {
        ConfigChange change = new ConfigChange(session, cancellation, progress);
        StationConfig running = change.fetch();
        List<Problem> wrong = wanted.problems(running);
        if (!wrong.isEmpty()) {
            return session.onStation(
                    cancellation, station -> new Answer(wrong, null, station.ddns(false)));
        }
        Ddns before = running.ddns();
        boolean changes = !before.equals(wanted.ddns());
        if (changes && wanted.hasSecret() && !before.provider().isEmpty()) {
            // neither may the old provider see the new secret, nor the new one the old secret
            change.apply(running.withDdns(Ddns.NONE));
        }
        if (wanted.hasSecret()) {
            put(wanted.secret(), cancellation);
        }
        if (changes) {
            change.apply(running.withDdns(wanted.ddns()));
        }
        progress.accept(Activity.Running.of("flow.name.testing"));
        return session.onStation(cancellation, station -> tried(station, cancellation));
    }

    private void put(Secret secret, Cancellation cancellation) throws FailureException {
        session.onStation(cancellation, station -> station.putSecret("ddns", secret));
    }

    private static Answer tried(Station station, Cancellation cancellation)
            throws FailureException {
        DdnsTried answer = station.testDdns(cancellation);
        return new Answer(List.of(), answer, station.ddns(false));
    }
}
