package org.mailstation.daemon.incoming;

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

/** A resolver in memory. */
public final class SmallDns implements NameServer {
    private final Map<DnsQuestion, List<String>> records = new ConcurrentHashMap<>();
    private final Set<String> failing = new HashSet<>();
    private boolean broken;

    public SmallDns has(String name, RecordType type, String value) {
        records.computeIfAbsent(new DnsQuestion(name, type), _ -> new ArrayList<>()).add(value);
        return this;
    }

    public SmallDns failsFor(String name) {
        failing.add(name);
        return this;
    }

    /** From now on it knows nothing at all. */
    public SmallDns breaks() {
        broken = true;
        return this;
    }

    @Override
    public DnsReply ask(DnsQuestion question) {
        List<String> values = records.get(question);
        DnsAnswer answer =
                broken || failing.contains(question.name())
                        ? new DnsAnswer.CouldNotTell(DnsAnswer.Reason.SERVER_FAILURE, "SERVFAIL")
                        : values == null
                                ? new DnsAnswer.NoSuchName()
                                : new DnsAnswer.Records(values, Duration.ofHours(1), List.of());
        return new DnsReply("test", question, answer, false, false);
    }
}
