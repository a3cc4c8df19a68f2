package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.mailstation.desktop.words.Words;
import org.mailstation.diagnosis.Cause;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;

/**
 * What was found, and what to do about it, in a reader's words.
 *
 * @param say takes out what the reader shall not see
 */
record Found(Words words, UnaryOperator<String> say, OneClick oneClick) {

    String sentence(Finding finding) {
        return say.apply(words.of(finding.sentence()));
    }

    /** The last step is a look whether it helped. */
    Paper.Trouble trouble(Cause cause) {
        Paper.Item item = item(cause.root());
        List<String> steps = new ArrayList<>(item.steps());
        if (cause.root().remedy() == null) {
            steps.addAll(inside(item.sentence()));
        }
        steps.add(words.of("report.step.look"));
        return new Paper.Trouble(
                new Paper.Item(
                        item.check(),
                        item.health(),
                        item.sentence(),
                        item.offer(),
                        steps,
                        item.detail(),
                        item.record(),
                        item.evidence()),
                cause.consequences().stream().map(this::sentence).toList());
    }

    Paper.Item item(Finding finding) {
        Remedy remedy = finding.remedy();
        return new Paper.Item(
                check(finding),
                Health.of(List.of(finding)),
                sentence(finding),
                oneClick.offer(finding).map(say).orElse(""),
                remedy == null ? List.of() : apart(say.apply(words.of(remedy.text()))),
                remedy == null ? "" : say.apply(detail(remedy)),
                remedy instanceof Remedy.DnsRecord it ? record(it) : List.of(),
                finding.evidence().stream().map(this::proof).toList());
    }

    /** A finding without a remedy of its own says what to do behind what is wrong. */
    private List<String> inside(String sentence) {
        List<String> all = apart(sentence);
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    private List<String> apart(String text) {
        return org.mailstation.desktop.words.Steps.of(text, words.locale());
    }

    /** As the forms of providers ask for it: no dot at the end, and the priority apart. */
    private List<Paper.Fact> record(Remedy.DnsRecord record) {
        if (record.value().isEmpty()) {
            return List.of();
        }
        List<Paper.Fact> fields = new ArrayList<>();
        fields.add(new Paper.Fact(words.of("report.column.type"), record.type()));
        fields.add(
                new Paper.Fact(words.of("report.entry.name"), say.apply(undotted(record.name()))));
        String[] parts = record.value().split(" ", 2);
        boolean ranked = record.type().equals("MX") && parts.length == 2;
        if (ranked) {
            fields.add(new Paper.Fact(words.of("report.entry.priority"), parts[0]));
        }
        boolean name = ranked || record.type().equals("CNAME");
        String value = ranked ? parts[1] : record.value();
        fields.add(
                new Paper.Fact(
                        words.of("report.entry.value"), say.apply(name ? undotted(value) : value)));
        return fields;
    }

    private static String undotted(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Behind the colon stands what was looked at, which may be a name of the home. */
    private String check(Finding finding) {
        String name = finding.check();
        int colon = name.indexOf(':') + 1;
        return colon == 0 ? name : name.substring(0, colon) + say.apply(name.substring(colon));
    }

    private Paper.Proof proof(Evidence evidence) {
        return new Paper.Proof(
                words.of("vantage", evidence.vantage()),
                say.apply(evidence.asked()),
                say.apply(Objects.requireNonNullElse(evidence.answered(), "")),
                words.time(evidence.when()));
    }

    private static String detail(Remedy remedy) {
        return switch (remedy) {
            case Remedy.RunOnNas(_, String command) -> command;
            case Remedy.ChangeSetting(_, String field, String value) ->
                    value.isEmpty() ? "" : field + " = " + value;
            case Remedy.DnsRecord _, Remedy.RouterStep _, Remedy.AskProvider _ -> "";
        };
    }
}
