package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Trace;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/**
 * What a report is made of.
 *
 * @param program version of this program
 * @param host by which the person calls the NAS
 * @param at when it was gathered
 * @param check the look from everywhere
 * @param identity what the station told of itself, now or before; {@code null}: nothing is known
 * @param status {@code null}: could not be asked, as the next three
 * @param letters the newest first
 * @param unasked what could not be asked, and why
 */
public record Gathered(
        String program,
        String host,
        Instant at,
        CheckReport check,
        @Nullable StationIdentity identity,
        @Nullable StationStatus status,
        @Nullable ComparedRecords records,
        @Nullable DdnsStatus ddns,
        @Nullable List<Trace> letters,
        List<Unasked> unasked) {
    public Gathered {
        letters = letters == null ? null : List.copyOf(letters);
        unasked = List.copyOf(unasked);
    }

    /** What only the NAS can tell. */
    public enum Part {
        STATION,
        RECORDS,
        DDNS,
        LETTERS
    }

    /** A question without an answer. */
    public record Unasked(Part what, Text why) {}
}
