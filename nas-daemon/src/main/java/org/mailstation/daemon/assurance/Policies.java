package org.mailstation.daemon.assurance;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.StsPolicy;
import org.mailstation.control.ControlJson;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of other domains (RFC 8461), each kept as long as it says, also where somebody hides
 * the record or the page meanwhile (10.2).
 */
final class Policies {
    private static final Logger LOG = LoggerFactory.getLogger(Policies.class);

    /** RFC 8461 3.2: the longest that counts. */
    private static final long LONGEST_SECONDS = 31_557_600;

    /** RFC 8461 3.3 */
    private static final int LARGEST_PAGE = 64 * 1024;

    /** A page that is not there is not asked for at every letter (3.3: five minutes). */
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private static final int MOST = 10_000;

    /**
     * A policy on the disk; public, as it is written by reflection.
     *
     * @param id of the record that announced it
     * @param text the page
     */
    public record Kept(String id, String text, Instant fetched) {}

    private final ConcurrentMap<String, String> kept;
    private final ConcurrentMap<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final NameServer resolver;
    private final Web web;
    private final Clock clock;

    /**
     * @param kept survives restarts
     * @param resolver any, since the page is proven by its certificate
     * @param web follows nobody elsewhere, and speaks to nobody whose certificate is not good
     */
    Policies(ConcurrentMap<String, String> kept, NameServer resolver, Web web, Clock clock) {
        this.kept = kept;
        this.resolver = resolver;
        this.web = web;
        this.clock = clock;
    }

    /** The one that counts now. */
    Optional<StsPolicy> of(String domain) {
        Kept known = read(kept.get(domain));
        StsPolicy policy = known == null ? null : current(known);
        String id = announced(domain);
        boolean wanted =
                id != null
                        && (known == null
                                || policy == null
                                || !known.id().equals(id)
                                || isOld(known, policy));
        if (wanted && mayAsk(domain)) {
            Optional<StsPolicy> fetched = fetch(domain, String.valueOf(id));
            if (fetched.isPresent()) {
                return fetched;
            }
        }
        return Optional.ofNullable(policy);
    }

    private boolean mayAsk(String domain) {
        Instant next = notBefore.get(domain);
        return next == null || !next.isAfter(clock.instant());
    }

    /** RFC 8461 10.2: a policy is fetched anew before it ends. */
    private boolean isOld(Kept known, StsPolicy policy) {
        Duration half = Duration.ofSeconds(age(policy) / 2);
        return clock.instant().isAfter(known.fetched().plus(half));
    }

    private static long age(StsPolicy policy) {
        return Math.min(policy.maxAge(), LONGEST_SECONDS);
    }

    /** The id of the record, or {@code null} if there is none or nobody can say (3.1). */
    private @Nullable String announced(String domain) {
        DnsReply reply = resolver.ask(new DnsQuestion("_mta-sts." + domain, RecordType.TXT));
        if (!(reply.answer() instanceof DnsAnswer.Records records)) {
            return null;
        }
        List<String> own =
                records.values().stream()
                        .filter(text -> text.startsWith("v=STSv1") && text.contains(";"))
                        .toList();
        String id = own.size() == 1 ? Tags.of(own.getFirst()).get("id") : "";
        return id.matches("[A-Za-z0-9]{1,32}") ? id : null;
    }

    private Optional<StsPolicy> fetch(String domain, String id) {
        URI page = URI.create("https://" + StsPolicy.host(domain) + "/.well-known/mta-sts.txt");
        return switch (web.send(Web.Request.get(page))) {
            case Web.Answer.Reply(var status, var text)
                    when status == 200 && text.length() <= LARGEST_PAGE ->
                    taken(domain, new Kept(id, text, clock.instant()));
            case Web.Answer.Reply(var status, var _) -> missed(domain, "HTTP " + status);
            case Web.Answer.None(var why) -> missed(domain, why);
        };
    }

    private Optional<StsPolicy> taken(String domain, Kept one) {
        StsPolicy policy = current(one);
        if (policy == null) {
            return missed(domain, "the page is no policy");
        }
        keep(domain, one);
        notBefore.remove(domain);
        return Optional.of(policy);
    }

    private Optional<StsPolicy> missed(String domain, String why) {
        LOG.info("the MTA-STS policy of {} cannot be fetched: {}", domain, why);
        if (notBefore.size() >= MOST) {
            notBefore.clear();
        }
        notBefore.put(domain, clock.instant().plus(AFTER_FAILURE));
        return Optional.empty();
    }

    private void keep(String domain, Kept one) {
        if (kept.size() >= MOST) {
            kept.entrySet().removeIf(entry -> isOver(read(entry.getValue())));
        }
        if (kept.size() < MOST || kept.containsKey(domain)) {
            kept.put(domain, ControlJson.write(one));
        }
    }

    private boolean isOver(@Nullable Kept one) {
        return one == null || current(one) == null;
    }

    /** {@code null}: over. */
    private @Nullable StsPolicy current(Kept one) {
        return StsPolicy.read(one.text()) instanceof StsPolicy.Read(var _, var policy)
                        && clock.instant().isBefore(one.fetched().plusSeconds(age(policy)))
                ? policy
                : null;
    }

    private static @Nullable Kept read(@Nullable String json) {
        try {
            return json == null ? null : ControlJson.read(json, Kept.class);
        } catch (RuntimeException damaged) {
            LOG.warn("a kept MTA-STS policy cannot be read", damaged);
            return null;
        }
    }
}
