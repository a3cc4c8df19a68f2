package org.mailstation.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/**
 * What the DNS tells the world: asked at the zone's own servers, because resolvers remember and
 * filter; where none of those can be asked, at the public resolvers. Each question is asked once a
 * run, however many checks want to know.
 */
public final class PublicNames {
    private final Dns dns;
    private final List<NameServer> resolvers;
    private final Map<String, FutureTask<Zone>> zones = new ConcurrentHashMap<>();
    private final Map<DnsQuestion, FutureTask<Published>> answers = new ConcurrentHashMap<>();

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
        return once(answers, question, () -> find(question));
    }

    /** The zone that the name lies in, and its servers. */
    public Zone zone(String name) throws InterruptedException {
        return once(zones, name, () -> new ZoneSearch(dns, resolvers).of(name));
    }

    /** What this computer is told by the resolver that it is set to, which may differ. */
    public DnsReply here(String name, RecordType type) {
        return dns.here().ask(new DnsQuestion(name, type));
    }

    /** What each public resolver says, in the order of the landmarks. */
    public List<DnsReply> elsewhere(String name, RecordType type) {
        DnsQuestion question = new DnsQuestion(name, type);
        return resolvers.stream().map(resolver -> resolver.ask(question)).toList();
    }

    private Published find(DnsQuestion question) {
        try {
            List<DnsReply> replies = new ArrayList<>();
            for (Zone.Server server : zone(question.name()).servers()) {
                replies.add(dns.authority(server.address()).ask(question));
            }
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
