package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;

/**
 * What only the NAS can tell, in a reader's words.
 *
 * @param say takes out what the reader shall not see
 */
record StationSide(Words words, UnaryOperator<String> say) {
    /** Findings that say something worth knowing even where nothing is wrong. */
    private static final Map<String, String> ABOUT =
            Map.of(
                    "clock", "report.fact.clock-nas",
                    "clock:pc", "report.fact.clock-pc",
                    "memory", "report.fact.memory-nas");

    List<Paper.Entry> records(@Nullable ComparedRecords records) {
        return records == null ? List.of() : records.list().stream().map(this::entry).toList();
    }

    List<String> notes(@Nullable ComparedRecords records) {
        return records == null
                ? List.of()
                : records.notes().stream().map(note -> say.apply(words.of(note))).toList();
    }

    private Paper.Entry entry(Comparison one) {
        return new Paper.Entry(
                say.apply(one.wanted().name()),
                one.wanted().type().toString(),
                say.apply(one.wanted().value()),
                say.apply(String.join("\n", one.published())),
                words.of("report.record", one.state()),
                switch (one.state()) {
                    case MATCHES -> Health.FINE;
                    case DIFFERS, MISSING -> Health.ATTENTION;
                    case UNTOLD -> Health.UNKNOWN;
                });
    }

    List<Paper.Fact> certificate(@Nullable StationStatus status) {
        CertificateStatus it = status == null ? null : status.certificate();
        if (it == null) {
            return List.of();
        }
        return List.of(
                fact("report.certificate.name", it.subject()),
                fact("report.certificate.until", moment(it.notAfter())),
                fact(
                        "report.certificate.from",
                        words.of(
                                it.selfSigned()
                                        ? "report.certificate.own"
                                        : "report.certificate.signed")),
                fact("report.certificate.key", it.keySha256()));
    }

    List<Paper.Fact> ddns(@Nullable DdnsStatus ddns) {
        if (ddns == null || ddns.provider().isEmpty()) {
            return List.of();
        }
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(fact("report.ddns.name", ddns.host()));
        facts.add(fact("report.ddns.provider", ddns.provider()));
        facts.add(fact("report.ddns.line", ddns.address()));
        facts.add(fact("report.ddns.published", ddns.published()));
        for (DdnsChange change : ddns.timeline().reversed()) {
            Instant published = change.published();
            String led =
                    published == null
                            ? words.of("report.ddns.not-yet")
                            : words.of("report.ddns.since", moment(published));
            facts.add(
                    new Paper.Fact(
                            moment(change.noticed()),
                            say.apply(change.from() + " → " + change.to()) + ", " + led));
        }
        return facts;
    }

    List<Paper.Fact> facts(Gathered gathered) {
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(fact("report.fact.nas", gathered.host()));
        facts.add(fact("report.fact.program", gathered.program()));
        facts.add(fact("report.fact.clock", gathered.at().toString()));
        facts.add(
                fact(
                        "report.fact.system",
                        System.getProperty("os.name") + ", Java " + Runtime.version()));
        for (Finding finding : gathered.check().findings()) {
            String about = ABOUT.get(finding.check());
            if (about != null) {
                facts.add(fact(about, words.of(finding.sentence())));
            }
        }
        StationStatus status = gathered.told().status();
        if (status == null) {
            return facts;
        }
        facts.add(fact("report.fact.host", status.hostName()));
        facts.add(fact("report.fact.daemon", status.version()));
        facts.add(fact("report.fact.started", moment(status.startedAt())));
        facts.add(fact("report.fact.revision", String.valueOf(status.revision())));
        facts.add(fact("report.fact.accounts", String.valueOf(status.accounts())));
        facts.add(fact("report.fact.queue", String.valueOf(status.queue().waiting())));
        Instant oldest = status.queue().oldest();
        if (oldest != null) {
            facts.add(fact("report.fact.oldest", moment(oldest)));
        }
        long memory = status.process().residentBytes();
        facts.add(fact("report.fact.memory", memory < 0 ? "?" : words.bytes(memory)));
        facts.add(fact("report.fact.disk", words.bytes(status.process().diskFreeBytes())));
        return facts;
    }

    private Paper.Fact fact(String key, String value) {
        return new Paper.Fact(words.of(key), say.apply(value));
    }

    private String moment(Instant when) {
        return words.day(when) + ", " + words.time(when);
    }
}
