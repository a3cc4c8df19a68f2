package org.mailstation.acceptance.bench.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page that a run writes, in Markdown.
 *
 * @param facts what one must know to judge the figures, in their order
 * @param notes how it was measured, one sentence each
 */
public record Report(
        String station,
        String peer,
        Map<String, String> facts,
        List<String> notes,
        List<Line> lines) {
    public Report {
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }

    public String markdown() {
        StringBuilder page = new StringBuilder("# Performance\n\n");
        page.append("Written by `acceptance/benchmark/run`; do not edit.\n\n");
        page.append("| | |\n|---|---|\n");
        facts.forEach((name, value) -> row(page, name, value));
        page.append("\nThe ratio says how many times as good ")
                .append(station)
                .append(" is: above 1 it is better, whether more or less is good.\n\n");
        row(page, "what", "unit", station, peer, "ratio", "to reach", "reached");
        page.append("|---|---|---:|---:|---:|---|---|\n");
        for (Line line : lines) {
            Measure measure = line.measure();
            row(
                    page,
                    measure.name(),
                    measure.unit(),
                    Figures.show(line.station()),
                    Figures.show(line.peer()),
                    Figures.show(line.ratio()),
                    measure.target().words(measure.unit()),
                    words(line.reached()));
        }
        page.append("\n## How it is measured\n\n");
        notes.forEach(note -> page.append("- ").append(note).append('\n'));
        return page.toString();
    }

    private static String words(Optional<Boolean> reached) {
        return reached.map(yes -> yes ? "yes" : "**no**").orElse("");
    }

    private static void row(StringBuilder page, String... cells) {
        page.append('|');
        for (String cell : cells) {
            page.append(cell.isEmpty() ? " " : " " + cell.replace("|", "\\|") + " ").append('|');
        }
        page.append('\n');
    }
}
