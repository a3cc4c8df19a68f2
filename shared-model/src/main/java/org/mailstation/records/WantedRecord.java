package org.mailstation.records;

import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * One record as it should be.
 *
 * @param name absolute, without the last dot
 * @param value as a zone file has it, for example {@code 10 mail.example.org.}; of a TXT record the
 *     whole text in one piece and without quotes
 * @param why what it is good for
 */
public record WantedRecord(
        String name,
        RecordType type,
        String value,
        Keeper keeper,
        Importance importance,
        Text why) {}
