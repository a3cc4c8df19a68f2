package org.mailstation.check;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.probe.Referral;

/**
 * What the DNS tells the world: asked at the zone's own servers, because resolvers remember and
 * filter; where none of those can be asked, at the public resolvers. Each question is asked once a
 * run, however many checks want to know.
 */
public final class PublicNames {
    /** No sensible name is an alias of more. */
    private static final int LONGEST_CHAIN = 8;

    private static final DnsAnswer SILENT =
            new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "no answer in time before");

    private final Dns dns;
    private final List<NameServer> resolvers;
    private final Map<String, FutureTask<Zone>> zones = new ConcurrentHashMap<>();
    private final Map<DnsQuestion, FutureTask<Published>> answers = new ConcurrentHashMap<>();

    private final Set<InetAddress> silent = ConcurrentHashMap.newKeySet();

    public PublicNames(Dns dns, Landmarks landmarks) {
        this.dns = dns;
        this.resolvers =
                landmarks.resolvers().stream()
                        .map(address -> dns.resolver(Addresses.literal(address)))
                        .toList();
    }

    /** What the world is told. */
    public Published ask(String name, RecordType type) throws InterruptedException {
        DnsQuestion question = new DnsQuestion(name, type);
        return once(answers, question, () -> follow(find(question), question));
    }

    /**
     * A zone's own server may not know what lies behind an alias in somebody else's zone (RFC 1034
     * 3.6.2). Those who ask are interrupted only as a whole.
     */
    private Published follow(Published published, DnsQuestion question) {
        Published known = published;
        Set<String> been = new HashSet<>(Set.of(question.name()));
        while (known instanceof Published.Same(DnsAnswer.NoRecord(var aliases), var replies)
                && !aliases.isEmpty()
                && been.size() < LONGEST_CHAIN
                && been.add(DnsWords.plain(aliases.getLast()).toLowerCase(Locale.ROOT))) {
            Published there = find(new DnsQuestion(aliases.getLast(), question.type()));
            known = behind(aliases, replies, there);
        }
        return known;
    }

    private static Published behind(List<String> aliases, List<DnsReply> replies, Published there) {
        List<DnsReply> all = new ArrayList<>(replies);
        all.addAll(there.replies());
        return switch (there) {
            case Published.Same(DnsAnswer.Records(var values, var ttl, var more), var _) ->
                    new Published.Same(
                            new DnsAnswer.Records(values, ttl, joined(aliases, more)), all);
            case Published.Same(DnsAnswer.NoRecord(var more), var _) when !more.isEmpty() ->
                    new Published.Same(new DnsAnswer.NoRecord(joined(aliases, more)), all);
            // an alias that leads nowhere leaves the name without a record
            case Published.Same _ -> new Published.Same(new DnsAnswer.NoRecord(aliases), all);
            case Published.Different _ -> new Published.Different(all);
            case Published.Untold _ -> new Published.Untold(all);
        };
    }

    private static List<String> joined(List<String> aliases, List<String> more) {
        return Stream.concat(aliases.stream(), more.stream()).toList();
    }

    /** The zone that the name lies in, and its servers. */
    public Zone zone(String name) throws InterruptedException {
        return once(zones, name, () -> new ZoneSearch(dns, resolvers).of(name));
    }

    /** What those above a zone say of it. */
    public Referral delegation(String zone) {
        return new ZoneSearch(dns, resolvers).delegation(zone);
    }

    /** Each address of name servers, where what came along is trusted. */
    public List<Zone.Server> servers(List<String> names, Referral referral) {
        return new ZoneSearch(dns, resolvers).servers(names, referral.glue());
    }

    /** Whether one server says that a zone is its own. */
    boolean isServed(Zone.Server server, String zone) {
        DnsReply reply = authority(server.address(), new DnsQuestion(zone, RecordType.SOA));
        return counts(reply);
    }

    /** What this computer is told by the resolver that it is set to, which may differ. */
    public DnsReply here(String name, RecordType type) {
        return dns.here().ask(new DnsQuestion(name, type));
    }

    /** The same, asked once more where nothing came back: packets get lost (RFC 1035 4.2.1). */
    DnsReply hereAskedAgain(String name, RecordType type) {
        DnsReply reply = here(name, type);
        return timedOut(reply) ? here(name, type) : reply;
    }

    /** What each public resolver says, in the order of the landmarks. */
    public List<DnsReply> elsewhere(String name, RecordType type) {
        DnsQuestion question = new DnsQuestion(name, type);
        return resolvers.stream().map(resolver -> resolver.ask(question)).toList();
    }

    private Published find(DnsQuestion question) {
        try {
            List<Callable<DnsReply>> questions = new ArrayList<>();
            for (Zone.Server server : zone(question.name()).servers()) {
                questions.add(() -> authority(server.address(), question));
            }
            List<DnsReply> replies = new ArrayList<>(Together.call(questions));
            // a server that knows nothing of the zone has no say in it
            if (replies.stream().anyMatch(PublicNames::counts)) {
                return judge(replies, replies.stream().filter(PublicNames::counts).toList());
            }
            replies.addAll(elsewhere(question.name(), question.type()));
            return judge(replies, replies.stream().filter(DnsReply::told).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Published.Untold(List.of());
        }
    }

    /** Who did not answer once is not waited for again: a run has its time. */
    private DnsReply authority(InetAddress server, DnsQuestion question) {
        if (silent.contains(server)) {
            return new DnsReply(server.getHostAddress(), question, SILENT, false, false);
        }
        DnsReply reply = dns.authority(server).ask(question);
        if (timedOut(reply)) {
            silent.add(server);
        }
        return reply;
    }

    private static boolean timedOut(DnsReply reply) {
        return reply.answer() instanceof DnsAnswer.CouldNotTell(var reason, var _)
                && reason == DnsAnswer.Reason.TIMEOUT;
    }

    private static boolean counts(DnsReply reply) {
        return reply.told() && reply.authoritative();
    }

    private static Published judge(List<DnsReply> all, List<DnsReply> told) {
        List<DnsAnswer> answers = told.stream().map(PublicNames::comparable).distinct().toList();
        return switch (answers.size()) {
            case 0 -> new Published.Untold(all);
            case 1 -> new Published.Same(answers.getFirst(), all);
            default -> new Published.Different(all);
        };
    }

    /** How long an answer may still be remembered differs from resolver to resolver. */
    private static DnsAnswer comparable(DnsReply reply) {
        return reply.answer() instanceof DnsAnswer.Records(var values, var _, var aliases)
                ? new DnsAnswer.Records(values, Duration.ZERO, aliases)
                : reply.answer();
    }

    private static <K, V> V once(Map<K, FutureTask<V>> known, K key, Supplier<V> asking)
            throws InterruptedException {
        FutureTask<V> task = known.computeIfAbsent(key, _ -> new FutureTask<>(asking::get));
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
