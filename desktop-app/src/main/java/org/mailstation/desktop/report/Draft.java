package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * A report before it is saved: what a person looks at to decide whether others may read it.
 *
 * @param contents what is in it, and how much of it
 * @param text of all of it but the logs
 */
public record Draft(
        Health health, String sentence, List<Paper.Fact> contents, String text, Paper paper) {
    public Draft {
        contents = List.copyOf(contents);
    }

    static Draft of(Paper paper, Words words) {
        List<Paper.Fact> contents = new ArrayList<>();
        count(contents, words, "report.causes", paper.causes().size());
        count(
                contents,
                words,
                "report.places",
                paper.places().stream().mapToInt(place -> place.items().size()).sum());
        count(contents, words, "report.records", paper.records().size());
        count(contents, words, "report.waiting", paper.waiting().size());
        count(contents, words, "report.letters", paper.letters().size());
        for (Paper.Log log : paper.logs()) {
            String name = words.of("report.log", words.of("report.log." + log.name()));
            contents.add(new Paper.Fact(name, words.of("report.lines", log.lines().size())));
        }
        paper.unasked().stream()
                .map(one -> new Paper.Fact(one.name(), words.of("report.not-asked")))
                .forEach(contents::add);
        return new Draft(
                paper.health(), paper.sentence(), contents, PlainText.of(paper, words), paper);
    }

    private static void count(List<Paper.Fact> all, Words words, String key, int amount) {
        all.add(new Paper.Fact(words.of(key), words.of("report.amount", amount)));
    }
}
