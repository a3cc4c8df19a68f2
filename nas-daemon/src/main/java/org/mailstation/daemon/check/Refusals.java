package org.mailstation.daemon.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.delivery.GivenUp;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Vantage;

/**
 * What other servers last answered to letters that they did not take, one answer for each domain,
 * until a letter gets through there or some days have passed.
 */
public final class Refusals implements Consumer<StationEvent> {
    private static final int MOST_DOMAINS = 100;
    private static final Duration KEPT = Duration.ofDays(3);

    /**
     * One domain's answer.
     *
     * @param reply the other server's words, or our own in their place
     * @param letters that got it since the last one that was taken
     * @param last whether the letter went back to its sender
     * @param server that answered; empty or {@code null}: it is not known
     */
    public record Refusal(
            String domain,
            String reply,
            Instant at,
            int letters,
            boolean last,
            @Nullable String server) {
        Evidence evidence() {
            String asked =
                    "letters to "
                            + domain
                            + (last ? ", returned" : ", kept for another try")
                            + ": "
                            + letters;
            return new Evidence(Vantage.NAS, asked, reply, at);
        }
    }

    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<String, Refusal> byDomain =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Refusal> eldest) {
                    return size() > MOST_DOMAINS;
                }
            };

    public Refusals(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void accept(StationEvent event) {
        switch (event) {
            case StationEvent.LetterDelayed delayed ->
                    keep(delayed.to(), delayed.server(), delayed.reply(), delayed.at(), false);
            case StationEvent.LetterReturned returned when GivenUp.is(returned.reply()) ->
                    settle(domain(returned.to()));
            case StationEvent.LetterReturned returned ->
                    keep(returned.to(), returned.server(), returned.reply(), returned.at(), true);
            case StationEvent.LetterSent sent -> byDomain.remove(domain(sent.to()));
            case StationEvent.ConfigurationChanged _,
                    StationEvent.HealthChanged _,
                    StationEvent.AddressShutOut _,
                    StationEvent.LetterCame _,
                    StationEvent.LetterRefused _,
                    StationEvent.LetterDelivered _ -> {}
        }
    }

    private void keep(String to, @Nullable String server, String reply, Instant at, boolean last) {
        String domain = domain(to);
        Refusal before = byDomain.remove(domain);
        int letters = before == null ? 1 : before.letters() + 1;
        byDomain.put(domain, new Refusal(domain, reply, at, letters, last, server));
    }

    /** Nobody there said anything new, but the letter waits no longer. */
    private void settle(String domain) {
        byDomain.computeIfPresent(
                domain,
                (_, known) ->
                        new Refusal(
                                domain,
                                known.reply(),
                                known.at(),
                                known.letters(),
                                true,
                                known.server()));
    }

    /** The latest last. */
    public synchronized List<Refusal> now() {
        Instant since = clock.instant().minus(KEPT);
        byDomain.values().removeIf(refusal -> refusal.at().isBefore(since));
        return new ArrayList<>(byDomain.values());
    }

    /** What was known before this process began; what is newer counts. */
    synchronized void restore(List<Refusal> before) {
        before.forEach(refusal -> byDomain.putIfAbsent(refusal.domain(), refusal));
    }

    /** Why letters wait, one line a domain. */
    public List<Evidence> waiting() {
        return now().stream().filter(one -> !one.last()).map(Refusal::evidence).toList();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
