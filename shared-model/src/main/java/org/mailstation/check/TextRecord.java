package org.mailstation.check;

import java.util.List;
import org.mailstation.records.Tags;
import org.mailstation.records.Texts;

/** TXT records that begin with their version, as SPF, DMARC and others do. */
final class TextRecord {
    private TextRecord() {}

    /** Those of one kind: others may share the name. */
    static List<String> of(Published.Same published, String version) {
        return published.values().stream().filter(text -> Texts.isVersion(text, version)).toList();
    }

    /** The value of a tag (RFC 6376 3.2, RFC 7489 6.4) as it is; empty if it is not there. */
    static String tag(String record, String name) {
        return Tags.of(record).get(name);
    }
}
