package org.mailstation.records;

import java.util.List;
import org.mailstation.text.Text;

/**
 * Everything that should stand in the DNS for a station, beside what does.
 *
 * @param notes what is not proposed, and why
 */
public record ComparedRecords(List<Comparison> list, List<Text> notes) {
    public ComparedRecords {
        list = List.copyOf(list);
        notes = List.copyOf(notes);
    }

    /** Whether something is missing or wrong that matters. */
    public boolean lacking() {
        return list.stream()
                .filter(one -> one.wanted().importance() != Importance.OPTIONAL)
                .anyMatch(
                        one ->
                                one.state() == Comparison.State.MISSING
                                        || one.state() == Comparison.State.DIFFERS);
    }

    /** The records alone. */
    public List<WantedRecord> wanted() {
        return list.stream().map(Comparison::wanted).toList();
    }
}
