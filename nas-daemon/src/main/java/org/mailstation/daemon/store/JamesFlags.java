package org.mailstation.daemon.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import javax.mail.Flags.Flag;
import org.mailstation.daemon.store.record.LetterFlags;

/** Our flags as James's, and back. */
final class JamesFlags {
    private static final Map<Integer, Flag> SYSTEM =
            Map.of(
                    LetterFlags.ANSWERED, Flag.ANSWERED,
                    LetterFlags.DELETED, Flag.DELETED,
                    LetterFlags.DRAFT, Flag.DRAFT,
                    LetterFlags.FLAGGED, Flag.FLAGGED,
                    LetterFlags.RECENT, Flag.RECENT,
                    LetterFlags.SEEN, Flag.SEEN);

    private JamesFlags() {}

    static LetterFlags read(Flags flags) {
        int bits = 0;
        for (Map.Entry<Integer, Flag> entry : SYSTEM.entrySet()) {
            if (flags.contains(entry.getValue())) {
                bits |= entry.getKey();
            }
        }
        return new LetterFlags(bits, List.of(flags.getUserFlags()));
    }

    static Flags of(LetterFlags flags) {
        Flags result = new Flags();
        SYSTEM.forEach(
                (bit, flag) -> {
                    if (flags.has(bit)) {
                        result.add(flag);
                    }
                });
        flags.keywords().forEach(result::add);
        return result;
    }

    /**
     * What a client may set in a mailbox: every system flag but Recent (RFC 9051, 7.2.6), and the
     * keywords in use.
     */
    static Flags applicable(Collection<String> keywords) {
        Flags result = new Flags();
        SYSTEM.values().stream().filter(flag -> flag != Flag.RECENT).forEach(result::add);
        keywords.forEach(result::add);
        return result;
    }
}
