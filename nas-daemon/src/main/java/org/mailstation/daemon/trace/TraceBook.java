package org.mailstation.daemon.trace;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationEvent;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.control.Traces;
import org.mailstation.daemon.delivery.Journal;
import org.mailstation.idna.DomainNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways of the letters of the last 30 days. What cannot be written down is only logged. */
public final class TraceBook implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(TraceBook.class);

    private static final Duration MEMORY = Duration.ofDays(30);

    /** Some 20 MB. */
    private static final int MOST_LETTERS = 30_000;

    /** A letter that waits for days is tried some dozen times, to many recipients. */
    private static final int MOST_STEPS = 300;

    /** Characters of an answer, well below {@link StationControl#MAX_MESSAGE}. */
    private static final int MOST_ANSWERED = 1_000_000;

    private static final int BETWEEN_CLEANINGS = 100;

    private final ConcurrentMap<String, String> letters;
    private final ConcurrentMap<String, String> byMessageId;
    private final Clock clock;
    private int came;

    /**
     * @param letters survives restarts; its keys stay in order
     * @param byMessageId survives restarts
     */
    public TraceBook(
            ConcurrentMap<String, String> letters,
            ConcurrentMap<String, String> byMessageId,
            Clock clock) {
        this.letters = letters;
        this.byMessageId = byMessageId;
        this.clock = clock;
    }

    @Override
    public synchronized void came(Trace letter) {
        try {
            if (came++ % BETWEEN_CLEANINGS == 0) {
                clean();
            }
            String key = key(letter.at()) + letter.id();
            letters.put(key, ControlJson.write(letter));
            byMessageId.put(name(letter.messageId(), letter.id()), key);
        } catch (RuntimeException diskFull) {
            LOG.warn("where the letter {} goes cannot be noted", letter.id(), diskFull);
        }
    }

    private static String name(String messageId, String id) {
        return messageId.isEmpty() ? id : messageId;
    }

    /** A letter that came without a name was given one that begins with our own number. */
    private @Nullable String key(String messageId) {
        String key = byMessageId.get(messageId);
        int at = messageId.indexOf('@');
        return key == null && at > 0 && messageId.startsWith("<")
                ? byMessageId.get(messageId.substring(1, at))
                : key;
    }

    private static String key(Instant at) {
        return String.format(Locale.ROOT, "%014d ", at.toEpochMilli());
    }

    @Override
    public synchronized void step(String messageId, TraceStep step) {
        try {
            String key = key(messageId);
            Trace trace = key == null ? null : read(letters.get(key));
            if (key != null && trace != null && trace.steps().size() < MOST_STEPS) {
                letters.put(key, ControlJson.write(with(trace, step)));
            }
        } catch (RuntimeException diskFull) {
            LOG.warn("where a letter goes cannot be noted", diskFull);
        }
    }

    private static @Nullable Trace read(@Nullable String json) {
        return json == null ? null : ControlJson.read(json, Trace.class);
    }

    private static Trace with(Trace trace, TraceStep step) {
        List<TraceStep> steps = new ArrayList<>(trace.steps());
        steps.add(step);
        return new Trace(
                trace.id(),
                trace.at(),
                trace.messageId(),
                trace.from(),
                trace.to(),
                trace.subject(),
                trace.source(),
                trace.bytes(),
                trace.checks(),
                steps);
    }

    /** What is told to everybody who listens; what becomes of letters is noted. */
    public void event(StationEvent event) {
        switch (event) {
            case StationEvent.LetterDelayed(
                            var at,
                            var to,
                            var server,
                            var reply,
                            var next,
                            var id) ->
                    step(
                            id,
                            new TraceStep(
                                    at,
                                    TraceStep.Kind.DELAYED,
                                    to,
                                    place(server),
                                    reply + " (" + next + ")"));
            case StationEvent.LetterReturned(var at, var to, var server, var reply, var id) ->
                    step(id, new TraceStep(at, TraceStep.Kind.RETURNED, to, place(server), reply));
            case StationEvent.LetterDelivered _,
                    StationEvent.LetterSent _,
                    StationEvent.ConfigurationChanged _,
                    StationEvent.HealthChanged _,
                    StationEvent.AddressShutOut _,
                    StationEvent.LetterCame _,
                    StationEvent.LetterRefused _ -> {
                // whoever delivers tells the folder, or how the way was protected, too
            }
        }
    }

    private static String place(@Nullable String server) {
        return server == null ? "" : server;
    }

    /**
     * The last try in vain to send a letter to one of these; {@code null}: none is known.
     *
     * @param recipients of the copy that waits: other servers may have said other things
     */
    public @Nullable TraceStep lastTry(String messageId, Collection<String> recipients) {
        String key = key(messageId);
        Trace trace = key == null ? null : read(letters.get(key));
        return trace == null
                ? null
                : trace.steps().stream()
                        .filter(step -> step.kind() == TraceStep.Kind.DELAYED)
                        .filter(step -> recipients.contains(step.to()))
                        .reduce((_, later) -> later)
                        .orElse(null);
    }

    /** The letters that fit, the newest first. */
    public Traces find(TraceRequest request) {
        Predicate<Trace> wanted = wanted(request);
        List<Trace> found = new ArrayList<>();
        int size = 0;
        // the map may change meanwhile: what is gone is left out
        for (String key : List.copyOf(letters.keySet()).reversed()) {
            String json = letters.get(key);
            Trace trace = read(json);
            if (json != null && trace != null && wanted.test(trace)) {
                size += json.length();
                if (found.size() == request.most() || size > MOST_ANSWERED) {
                    return new Traces(found, true);
                }
                found.add(trace);
            }
        }
        return new Traces(found, false);
    }

    private static Predicate<Trace> wanted(TraceRequest request) {
        return trace ->
                has(trace.from(), request.from())
                        && (request.to().isEmpty()
                                || trace.to().stream().anyMatch(to -> has(to, request.to()))
                                || trace.steps().stream()
                                        .anyMatch(step -> has(step.to(), request.to())))
                        && has(trace.subject(), request.subject())
                        && (has(trace.messageId(), request.id()) || has(trace.id(), request.id()));
    }

    private static boolean has(String text, String part) {
        return part.isEmpty() || plain(text).contains(plain(part));
    }

    /** As most programs write it, whatever keyboard it came from; domains in their own letters. */
    private static String plain(String typed) {
        int domain = typed.lastIndexOf('@') + 1;
        String shown =
                typed.substring(0, domain)
                        + DomainNames.shown(typed.substring(domain).toLowerCase(Locale.ROOT));
        return Normalizer.normalize(shown, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private void clean() {
        String oldest = key(clock.instant().minus(MEMORY));
        int tooMany = Math.max(0, letters.size() - MOST_LETTERS);
        List<String> old = new ArrayList<>();
        for (String key : letters.keySet()) {
            if (key.compareTo(oldest) >= 0 && old.size() >= tooMany) {
                break;
            }
            old.add(key);
        }
        for (String key : old) {
            Trace trace = read(letters.remove(key));
            if (trace != null) {
                byMessageId.remove(name(trace.messageId(), trace.id()), key);
            }
        }
    }

    /** How many letters are remembered and how many names lead to them. */
    Map.Entry<Integer, Integer> sizes() {
        return Map.entry(letters.size(), byMessageId.size());
    }
}
