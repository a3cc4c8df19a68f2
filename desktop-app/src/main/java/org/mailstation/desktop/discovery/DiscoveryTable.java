package org.mailstation.desktop.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mailstation.text.Text;

/** What was found, in lines of text for a terminal. */
public final class DiscoveryTable {
    private static final String GAP = "  ";

    private final Locale locale;

    public DiscoveryTable(Locale locale) {
        this.locale = locale;
    }

    /**
     * A line for each device below a line of headings; what to do where nothing was found or SSH
     * does not answer; and each way of asking that did not work.
     */
    public List<String> lines(Discovered discovered) {
        List<String> lines = new ArrayList<>();
        if (!discovered.finished()) {
            lines.add(words(Text.of("discover.cancelled")));
        }
        boolean none = discovered.found().isEmpty();
        if (none && discovered.nobodyWasAsked()) {
            // the same reason for each channel is one reason
            return discovered.channels().stream()
                    .map(one -> words(one.answer().text()))
                    .distinct()
                    .toList();
        }
        lines.addAll(none ? List.of(words(Text.of("discover.none"))) : table(discovered.found()));
        discovered.channels().stream()
                .filter(one -> none || one.answer() instanceof ChannelAnswer.CouldNotAsk)
                .map(one -> words(one.channel().text()) + ": " + words(one.answer().text()))
                .forEach(lines::add);
        return lines;
    }

    private List<String> table(List<Found> found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                Stream.of("name", "kind", "model", "system", "address", "ssh")
                        .map(column -> words(Text.of("discover.column." + column)))
                        .toList());
        found.forEach(one -> rows.add(row(one)));
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<String> row(Found one) {
        return Stream.of(
                        one.name(),
                        words(one.kind().text()),
                        one.model(),
                        one.system(),
                        String.join(", ", one.addresses()),
                        words(one.sshText()))
                .map(cell -> cell.isEmpty() ? "-" : cell)
                .toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - length(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private String words(Text text) {
        return text.in(locale);
    }
}
