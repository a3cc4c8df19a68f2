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

    /**
     * Whether everything that matters is certainly published as it should be. What could not be
     * found out may be missing, and no records at all are not enough for letters to arrive.
     */
    public boolean complete() {
        return !list.isEmpty()
                && list.stream()
                        .filter(one -> one.wanted().importance() != Importance.OPTIONAL)
                        .allMatch(one -> one.state() == Comparison.State.MATCHES);
    }

    /** The records alone. */
    public List<WantedRecord> wanted() {
        return list.stream().map(Comparison::wanted).toList();
    }
}
