package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Again;
import org.mailstation.bounce.Answer;
import org.mailstation.bounce.Cause;
import org.mailstation.bounce.Refusal;
import org.mailstation.bounce.Replies;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.text.Text;

/**
 * What only the NAS can tell, in a reader's words.
 *
 * @param say takes out what the reader shall not see
 */
record StationSide(Words words, UnaryOperator<String> say) {

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

    List<Paper.Letter> letters(@Nullable List<Trace> letters) {
        return letters == null ? List.of() : letters.stream().map(this::letter).toList();
    }

    /** Subjects are nobody's business. */
    private Paper.Letter letter(Trace trace) {
        boolean lost =
                trace.steps().stream()
                        .map(TraceStep::kind)
                        .anyMatch(
                                kind ->
                                        kind == TraceStep.Kind.REFUSED
                                                || kind == TraceStep.Kind.RETURNED);
        boolean late =
                trace.steps().stream().anyMatch(step -> step.kind() == TraceStep.Kind.DELAYED);
        String from = trace.from().isEmpty() ? words.of(Text.of("trace.report")) : trace.from();
        return new Paper.Letter(
                words.moment(trace.at()), // a narrow column has no room for more
                say.apply(from),
                say.apply(String.join(", ", trace.to())),
                trace.steps().stream().flatMap(this::step).toList(),
                lost ? Health.BROKEN : late ? Health.ATTENTION : Health.FINE);
    }

    private Stream<String> step(TraceStep step) {
        String key = "trace.step." + org.mailstation.text.Words.of(step.kind());
        Text said = Text.of(key, step.to(), step.place(), step.detail());
        return Stream.concat(Stream.of(said), meaning(step)).map(text -> say.apply(words.of(text)));
    }

    /**
     * What another server's answer means, and what to do about it; nothing if that is not known.
     */
    private static Stream<Text> meaning(TraceStep step) {
        // what the station itself refused says nothing of others
        boolean answered =
                step.kind() == TraceStep.Kind.RETURNED || step.kind() == TraceStep.Kind.DELAYED;
        Cause cause = answered ? Replies.of(step.detail()) : Cause.UNKNOWN;
        if (!cause.isSpecific()) {
            return Stream.empty();
        }
        Again again = step.kind() == TraceStep.Kind.DELAYED ? Again.YES : Again.NO;
        Answer answer =
                Answer.of(
                        new Refusal(step.to(), step.place(), "", cause, "", again, step.detail()));
        return Stream.of(answer.why(), answer.next());
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
