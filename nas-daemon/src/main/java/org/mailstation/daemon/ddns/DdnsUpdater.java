package org.mailstation.daemon.ddns;

import java.net.Inet4Address;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Secret;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.ddns.DdnsMemory.Trouble;
import org.mailstation.ddns.update.DdnsClient;
import org.mailstation.ddns.update.Outcome;
import org.mailstation.ddns.update.Update;
import org.mailstation.finding.Finding;
import org.mailstation.line.LineAddress;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the line's address from time to time, and tells the provider when it is another. Tells
 * it never twice what it knows already, waits as long as it demands, and stops where only a person
 * can help.
 */
public final class DdnsUpdater implements AutoCloseable {
    /** Between two looks. */
    public static final Duration PERIOD = Duration.ofMinutes(1);

    /** Providers drop names that nobody confirms for 30 days. */
    static final Duration REFRESH = Duration.ofDays(25);

    /** Between two tests by a person, however often the button is pressed. */
    static final Duration BETWEEN_TESTS = Duration.ofMinutes(1);

    /** How exact a restart leaves the time at risk; more often would only wake the disks. */
    private static final Duration KEEP_GOOD = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(DdnsUpdater.class);

    private final Supplier<@Nullable DdnsSettings> wanted;
    private final Supplier<LineAddress.Look> line;
    private final HomeSix six;
    private final Function<DdnsSettings, DdnsClient> clients;
    private final MemoryFile file;
    private final DsmDdns dsm;
    private final Clock clock;
    private final Timer timer;

    private DdnsMemory memory;
    private Instant tested = Instant.MIN;
    private Instant kept = Instant.MIN;
    private Instant seen;

    /** An address that the provider is not told for now; empty: none. */
    private String held = "";

    private volatile Timer.@Nullable Pending next;
    private volatile boolean closed;
    private volatile Seen last = new Seen(null, null, "", null, false);

    /**
     * What the last look found; the line's address and the rest stay apart from {@link #memory}, so
     * that a status never waits for a provider.
     */
    private record Seen(
            @Nullable DdnsSettings settings,
            LineAddress.@Nullable Look look,
            String address,
            @Nullable Instant at,
            boolean dsm) {}

    private volatile DdnsMemory shown;
    private volatile Instant shownSeen;

    /**
     * @param wanted what a person has set, or {@code null}: no DDNS
     * @param line looks for the address, which takes some seconds
     * @param six the home's way in by IPv6
     * @param file where to remember
     */
    public DdnsUpdater(
            Supplier<@Nullable DdnsSettings> wanted,
            Supplier<LineAddress.Look> line,
            HomeSix six,
            Function<DdnsSettings, DdnsClient> clients,
            Path file,
            DsmDdns dsm,
            Clock clock,
            Timer timer) {
        this.wanted = wanted;
        this.line = line;
        this.six = six;
        this.clients = clients;
        this.file = new MemoryFile(file);
        this.dsm = dsm;
        this.clock = clock;
        this.timer = timer;
        this.memory = this.file.read();
        this.seen = clock.instant();
        this.shown = memory;
        this.shownSeen = seen;
    }

    /** Looks soon, and from then on again and again. */
    public void start() {
        timer.after(Duration.ZERO, this::lookAgainAndAgain);
    }

    /** Looks soon: somebody may have set something else. */
    public void settingsChanged() {
        timer.after(Duration.ZERO, () -> look(false));
    }

    private void lookAgainAndAgain() {
        look(false);
        synchronized (this) {
            if (!closed) {
                next = timer.after(PERIOD, this::lookAgainAndAgain);
            }
        }
    }

    /**
     * Looks now.
     *
     * @param insist a person wants to know: asks also a provider that refused
     */
    public synchronized void look(boolean insist) {
        if (closed) {
            return;
        }
        try {
            DdnsSettings settings = wanted.get();
            if (settings == null) {
                last = new Seen(null, null, "", null, false);
                return;
            }
            String fingerprint = settings.fingerprint();
            if (!memory.settings().equals(fingerprint)) {
                remember(DdnsMemory.fresh(fingerprint, memory.timeline()));
            }
            LineAddress.Look look = line.get();
            Addresses home = home(settings, look.address());
            if (!home.none()) {
                seen = clock.instant();
                follow(settings, home, insist);
            }
            boolean two = dsm.mentions(settings.host());
            last = new Seen(settings, look, home.text(), clock.instant(), two);
        } catch (RuntimeException surprise) {
            LOG.error("The address could not be looked after", surprise);
        } finally {
            shown = memory;
            shownSeen = seen;
        }
    }

    /**
     * Looks now, since a person wants to know: what was held back is told as well, and a provider
     * that did not answer is asked once more. One that refuses, or wants to be left alone, is not.
     */
    public synchronized void lookForPerson() {
        held = "";
        look(memory.trouble() == Trouble.NO_ANSWER);
    }

    /** See {@link org.mailstation.control.AskDdns#back}. Any other address is not told. */
    public synchronized void goBack(String published) {
        DdnsSettings settings = wanted.get();
        Secret secret = settings == null ? null : settings.secret();
        Addresses earlier = memory.knew(published) ? Addresses.of(published) : null;
        if (closed || settings == null || secret == null || earlier == null) {
            return;
        }
        if (memory.trouble() == Trouble.NONE) {
            held = last.address();
            tell(settings, secret, earlier);
            shown = memory;
        }
    }

    private Addresses home(DdnsSettings settings, @Nullable Inet4Address four) {
        boolean takesSix = settings.provider().ipv6();
        return new Addresses(four, takesSix ? six.address(four == null) : null);
    }

    private void follow(DdnsSettings settings, Addresses home, boolean insist) {
        Instant now = clock.instant();
        String text = home.text();
        if (home.areIn(memory.published())) {
            memory = memory.good(now);
            if (!now.isBefore(kept.equals(Instant.MIN) ? kept : kept.plus(KEEP_GOOD))) {
                remember(memory);
            }
        } else {
            DdnsMemory noticed = memory.noticed(text, now);
            if (!noticed.equals(memory)) {
                LOG.info("The line has the address {} now", text);
                remember(noticed);
            }
        }
        Secret secret = settings.secret();
        held = insist || !text.equals(held) ? "" : held;
        if (secret != null && held.isEmpty() && isDue(home, now, insist)) {
            tell(settings, secret, home);
        }
    }

    private boolean isDue(Addresses home, Instant now, boolean insist) {
        Instant published = memory.publishedAt();
        Instant notBefore = memory.notBefore();
        boolean news =
                !home.areIn(memory.published())
                        || published == null
                        || !now.isBefore(published.plus(REFRESH));
        boolean waits = notBefore != null && now.isBefore(notBefore);
        return switch (memory.trouble()) {
            case NONE -> news;
            case REFUSED -> insist;
            case NO_ANSWER -> news && (insist || !waits);
            case PROVIDER -> news && !waits;
        };
    }

    private void tell(DdnsSettings settings, Secret secret, Addresses home) {
        String text = home.text();
        Outcome outcome =
                clients.apply(settings)
                        .update(
                                new Update(
                                        settings.provider(),
                                        settings.host(),
                                        settings.user(),
                                        secret,
                                        settings.server(),
                                        home.four(),
                                        home.six()));
        Instant now = clock.instant();
        String said = outcome.technically();
        LOG.info(
                "{} was told that {} is at {}: {}",
                settings.provider().name(),
                settings.host(),
                text,
                said);
        remember(
                switch (outcome) {
                    case Outcome.Updated(String as) -> memory.taken(text, as, said, now);
                    case Outcome.Unchanged(String as) -> memory.taken(text, as, said, now);
                    case Outcome.Refused(var reason, String _) -> memory.refused(reason, said);
                    case Outcome.TryLater(Duration after, String _) ->
                            memory.later(now.plus(after), said);
                    case Outcome.CouldNotTell _ -> memory.unanswered(now, said);
                });
    }

    private void remember(DdnsMemory next) {
        memory = next;
        kept = clock.instant();
        file.write(next);
    }

    /** How it is, as of the last look; asks nobody. */
    public DdnsStatus status() {
        Seen now = last;
        DdnsMemory known = shown;
        DdnsSettings settings = now.settings();
        if (settings == null) {
            return DdnsStatus.NONE;
        }
        return new DdnsStatus(
                settings.provider().id(),
                settings.host(),
                now.address(),
                known.published(),
                known.publishedAt(),
                now.at(),
                known.notBefore(),
                known.timeline(),
                findings());
    }

    /** The part of the station's findings that is about DDNS; none if none is set. */
    public List<Finding> findings() {
        Seen now = last;
        DdnsSettings settings = now.settings();
        return settings == null || now.look() == null
                ? List.of()
                : DdnsFindings.of(
                        settings, shown, now.look(), shownSeen, now.dsm(), clock.instant());
    }

    /** See {@link org.mailstation.control.StationControl#testDdns}. */
    public synchronized DdnsTried test() {
        DdnsSettings settings = wanted.get();
        if (settings == null) {
            return new DdnsTried.NotReady(Text.of("ddns.none"));
        }
        if (settings.secret() == null) {
            return new DdnsTried.NotReady(
                    Text.of("ddns.no-secret", settings.provider().name(), settings.host()));
        }
        Instant now = clock.instant();
        boolean known =
                memory.settings().equals(settings.fingerprint())
                        && memory.trouble() == Trouble.NONE
                        && memory.publishedAt() != null;
        if (!known) {
            DdnsTried tooOften = tooOften(now);
            if (tooOften != null) {
                return tooOften;
            }
            look(true);
        }
        return tried(settings);
    }

    private @Nullable DdnsTried tooOften(Instant now) {
        Instant free = tested.equals(Instant.MIN) ? tested : tested.plus(BETWEEN_TESTS);
        if (now.isBefore(free)) {
            return new DdnsTried.TryLater(Text.of("ddns.test.too-often"), free);
        }
        tested = now;
        return null;
    }

    /**
     * Tries settings that are not in use. What was found is remembered where nothing is in use yet,
     * so that a provider is not told twice when they are set; else what runs keeps its own memory.
     */
    public synchronized DdnsTried trial(DdnsSettings typed) {
        DdnsSettings running = wanted.get();
        boolean same = running != null && running.fingerprint().equals(typed.fingerprint());
        boolean known = memory.settings().equals(typed.fingerprint());
        if (same || (known && memory.trouble() == Trouble.NONE && memory.publishedAt() != null)) {
            return same ? test() : tried(typed);
        }
        if (typed.secret() == null) {
            return new DdnsTried.NotReady(
                    Text.of("ddns.no-secret", typed.provider().name(), typed.host()));
        }
        DdnsTried tooOften = tooOften(clock.instant());
        return tooOften == null ? tell(typed, running) : tooOften;
    }

    private DdnsTried tell(DdnsSettings typed, @Nullable DdnsSettings running) {
        DdnsMemory before = memory;
        remember(DdnsMemory.fresh(typed.fingerprint(), before.timeline()));
        try {
            Addresses home = home(typed, line.get().address());
            if (!home.none()) {
                follow(typed, home, true);
            }
            return tried(typed);
        } finally {
            if (running != null) {
                remember(before);
            }
        }
    }

    /** What runs, or {@code null}. */
    public @Nullable DdnsSettings settings() {
        return wanted.get();
    }

    private DdnsTried tried(DdnsSettings settings) {
        return DdnsTrial.of(memory, settings, clock.instant());
    }

    @Override
    public void close() {
        closed = true;
        Timer.Pending pending = next;
        if (pending != null) {
            pending.cancel();
        }
    }
}
