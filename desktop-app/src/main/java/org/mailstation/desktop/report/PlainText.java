package org.mailstation.desktop.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** A paper as plain text: to be read before it is saved, and to be pasted where no file can be. */
final class PlainText {
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private PlainText(Words words) {
        this.words = words;
    }

    /** Everything but the logs. */
    static String of(Paper paper, Words words) {
        PlainText plain = new PlainText(words);
        plain.line(words.of("report.title"));
        plain.line(words.of("report.made") + " " + paper.made());
        plain.line("");
        plain.line(sign(paper.health()) + " " + paper.sentence());
        plain.causes(paper.causes());
        plain.since(paper.since());
        plain.facts("report.unasked", paper.unasked());
        plain.lines("report.untold", paper.untold());
        plain.doors(paper.doors());
        plain.records(paper);
        plain.facts("report.certificate", paper.certificate());
        plain.facts("report.ddns", paper.ddns());
        plain.waiting(paper.waiting());
        plain.letters(paper.letters());
        plain.facts("report.facts", paper.facts());
        plain.places(paper.places());
        return plain.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void title(String key) {
        line("");
        line("== " + words.of(key) + " ==");
    }

    private static String sign(Health health) {
        return switch (health) {
            case FINE -> "✓";
            case ATTENTION -> "!";
            case BROKEN -> "✕";
            case UNKNOWN -> "?";
        };
    }

    private void causes(List<Paper.Trouble> causes) {
        title("report.causes");
        if (causes.isEmpty()) {
            line(words.of("report.no-causes"));
        }
        for (Paper.Trouble one : causes) {
            item(one.root());
            if (!one.follows().isEmpty()) {
                line("  " + words.of("report.follows"));
                one.follows().forEach(follows -> line("  - " + follows));
            }
        }
    }

    private void item(Paper.Item item) {
        line(sign(item.health()) + " " + item.sentence() + " (" + item.check() + ")");
        if (!item.offer().isEmpty()) {
            line("  → " + item.offer());
        }
        for (int i = 0; i < item.steps().size(); i++) {
            line("  %d. %s".formatted(i + 1, item.steps().get(i)));
        }
        item.record().forEach(field -> line("     " + field.name() + ": " + field.value()));
        if (!item.detail().isEmpty()) {
            line("  " + item.detail());
        }
        for (Paper.Proof proof : item.evidence()) {
            line(
                    "  %s, %s: %s → %s"
                            .formatted(
                                    proof.when(), proof.from(), proof.asked(), proof.answered()));
        }
    }

    private void since(Paper.@Nullable Since since) {
        title("report.since");
        if (since == null) {
            line(words.of("report.since-none"));
        } else {
            line(words.of("report.since-when", since.when()));
            since.changes().forEach(one -> line("- " + one));
            if (since.changes().isEmpty()) {
                line(words.of("report.unchanged"));
            }
        }
    }

    private void facts(String key, List<Paper.Fact> facts) {
        if (!facts.isEmpty()) {
            title(key);
            facts.forEach(fact -> line(fact.name() + ": " + fact.value()));
        }
    }

    private void lines(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            title(key);
            lines.forEach(one -> line("- " + one));
        }
    }

    private void doors(List<Paper.Door> doors) {
        if (!doors.isEmpty()) {
            title("report.doors");
            for (Paper.Door door : doors) {
                List<String> views =
                        door.views().stream()
                                .map(view -> sign(view.health()) + " " + view.words())
                                .toList();
                line(door.service() + ", " + door.port() + ": " + String.join(" | ", views));
            }
        }
    }

    private void records(Paper paper) {
        if (!paper.records().isEmpty()) {
            title("report.records");
            for (Paper.Entry one : paper.records()) {
                line("%s %s %s".formatted(sign(one.health()), one.name(), one.type()));
                line("  " + words.of("report.column.wanted") + ": " + one.wanted());
                line("  " + words.of("report.column.published") + ": " + one.published());
            }
            paper.notes().forEach(this::line);
        }
    }

    private void waiting(List<Paper.Waiting> letters) {
        if (!letters.isEmpty()) {
            title("report.waiting");
            for (Paper.Waiting one : letters) {
                line("! %s: %s → %s".formatted(one.since(), one.from(), one.to()));
                line("  " + one.next());
                answer(one.last());
            }
        }
    }

    private void answer(Paper.Answer answer) {
        answer.means().forEach(one -> line("    " + one));
        if (!answer.words().isEmpty()) {
            line("    " + words.of("report.answer", answer.words()));
        }
    }

    private void letters(List<Paper.Letter> letters) {
        if (!letters.isEmpty()) {
            title("report.letters");
            for (Paper.Letter one : letters) {
                line(
                        "%s %s: %s → %s"
                                .formatted(sign(one.health()), one.when(), one.from(), one.to()));
                for (Paper.Step step : one.steps()) {
                    line("  " + step.what());
                    answer(step.answer());
                }
            }
        }
    }

    private void places(List<Paper.Place> places) {
        title("report.places");
        for (Paper.Place place : places) {
            line(place.name() + ": " + place.state());
            place.items().forEach(this::item);
        }
    }
}
