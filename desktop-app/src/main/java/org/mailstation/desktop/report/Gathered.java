package org.mailstation.desktop.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.Forwards;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Trace;
import org.mailstation.control.WaitingLetters;
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
 * @param told what only the NAS could tell
 * @param lastGood what the station was like when nothing was wrong last; {@code null}: not known
 * @param ownLog lines of this program's log
 * @param unasked what could not be asked, and why
 */
public record Gathered(
        String program,
        String host,
        Instant at,
        CheckReport check,
        @Nullable StationIdentity identity,
        Told told,
        @Nullable Snapshot lastGood,
        List<String> ownLog,
        List<Unasked> unasked) {
    public Gathered {
        ownLog = List.copyOf(ownLog);
        unasked = List.copyOf(unasked);
    }

    /** What is gathered, in this order. */
    public enum Part {
        /** from everywhere; the others only the NAS can tell */
        LOOK,
        STATION,
        RECORDS,
        DDNS,
        FORWARDS,
        QUEUE,
        LETTERS,
        LOG
    }

    /** A question without an answer. */
    public record Unasked(Part what, Text why) {}

    /**
     * What only the NAS can tell; each is {@code null} if it could not be asked.
     *
     * @param waiting to leave
     * @param letters the newest first
     * @param log lines of the daemon's log that help
     */
    public record Told(
            @Nullable StationStatus status,
            @Nullable ComparedRecords records,
            @Nullable DdnsStatus ddns,
            @Nullable Forwards forwards,
            @Nullable WaitingLetters waiting,
            @Nullable List<Trace> letters,
            @Nullable List<String> log) {
        /** The NAS was silent. */
        public static final Told NOTHING = new Told(null, null, null, null, null, null, null);

        public Told {
            letters = letters == null ? null : List.copyOf(letters);
            log = log == null ? null : List.copyOf(log);
        }
    }
}
