package org.mailstation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.Keeper;
import org.mailstation.records.WantedRecord;
import org.mailstation.records.ZoneFile;
import org.mailstation.text.Text;

/** The records of a station as lines for a person: by who enters them, with what is there now. */
public final class RecordWords {
    private RecordWords() {}

    /** A table: each record with its state, and below it what it is good for. */
    public static List<String> lines(ComparedRecords records) {
        List<String> lines = new ArrayList<>();
        for (Keeper keeper : Keeper.values()) {
            List<Comparison> theirs =
                    records.list().stream().filter(one -> one.wanted().keeper() == keeper).toList();
            if (!theirs.isEmpty()) {
                lines.add(words("records.keeper." + org.mailstation.text.Words.of(keeper)));
                theirs.forEach(one -> lines.addAll(lines(one)));
            }
        }
        records.notes().forEach(note -> lines.add("(i) " + note.words()));
        lines.add(words("records.marks"));
        return lines;
    }

    /** Lines of a zone file, with what is not proposed as comments. */
    public static List<String> zone(ComparedRecords records) {
        Locale language = Locale.getDefault();
        List<String> lines = new ArrayList<>(ZoneFile.lines(records.wanted(), language));
        records.notes().forEach(note -> lines.add("; " + note.in(language)));
        return lines;
    }

    private static List<String> lines(Comparison one) {
        WantedRecord wanted = one.wanted();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s %s. %s %s"
                        .formatted(
                                mark(one.state()), wanted.name(), wanted.type(), wanted.value()));
        lines.add("    " + wanted.why().words());
        if (one.state() == Comparison.State.DIFFERS) {
            one.published().forEach(now -> lines.add("    " + words("records.now", now)));
        }
        return lines;
    }

    private static String mark(Comparison.State state) {
        return switch (state) {
            case MATCHES -> "(=)";
            case DIFFERS -> "(!)";
            case MISSING -> "(+)";
            case UNTOLD -> "(?)";
        };
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
