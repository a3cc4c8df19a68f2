package org.mailstation.daemon.assurance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;

/** A resolver in memory that says of each name whether it is proven. */
final class ProvenNames implements NameServer {
    private final Map<DnsQuestion, List<String>> records = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Set<String> unproven = new HashSet<>();
    private final Set<String> bogus = new HashSet<>();

    ProvenNames has(String name, RecordType type, String value) {
        records.computeIfAbsent(new DnsQuestion(name, type), _ -> new ArrayList<>()).add(value);
        return this;
    }

    ProvenNames isAlias(String name, String of) {
        aliases.put(name, of);
        return this;
    }

    void isUnproven(String name) {
        unproven.add(name);
    }

    void isBogus(String name) {
        bogus.add(name);
    }

    void forgets(String name, RecordType type) {
        records.remove(new DnsQuestion(name, type));
    }

    @Override
    public DnsReply ask(DnsQuestion question) {
        String alias = aliases.get(question.name());
        List<String> values =
                records.get(alias == null ? question : new DnsQuestion(alias, question.type()));
        List<String> way = alias == null ? List.of() : List.of(alias + ".");
        DnsAnswer answer =
                bogus.contains(question.name())
                        ? new DnsAnswer.CouldNotTell(DnsAnswer.Reason.SERVER_FAILURE, "SERVFAIL")
                        : values == null
                                ? new DnsAnswer.NoSuchName()
                                : new DnsAnswer.Records(values, Duration.ofHours(1), way);
        boolean proven = !unproven.contains(question.name()) && !bogus.contains(question.name());
        return new DnsReply("test", question, answer, false, proven);
    }
}
