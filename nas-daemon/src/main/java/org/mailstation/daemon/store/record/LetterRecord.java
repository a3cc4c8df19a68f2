package org.mailstation.daemon.store.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks about a letter without opening it.
 *
 * @param uid its number in its mailbox, from 1, never used twice
 * @param modSeq number of the last change to its flags (RFC 7162)
 * @param size octets of the whole letter
 * @param bodyStart octets of the header, the empty line included
 * @param internalDate milliseconds since 1970, when it was received
 * @param saveDate milliseconds since 1970, when it came into this mailbox (RFC 8514)
 * @param id the same for all copies of a letter
 * @param thread the {@code id} of the conversation's first letter
 * @param mediaType as in Content-Type, {@code null} if unknown
 * @param subType as in Content-Type, {@code null} if unknown
 * @param lines lines of a text body, -1 if it has none
 */
public record LetterRecord(
        long uid,
        long modSeq,
        LetterFlags flags,
        long size,
        int bodyStart,
        long internalDate,
        long saveDate,
        UUID id,
        UUID thread,
        @Nullable String mediaType,
        @Nullable String subType,
        long lines) {

    public LetterRecord withFlags(LetterFlags newFlags, long newModSeq) {
        return new LetterRecord(
                uid,
                newModSeq,
                newFlags,
                size,
                bodyStart,
                internalDate,
                saveDate,
                id,
                thread,
                mediaType,
                subType,
                lines);
    }

    /** The same letter at another place. */
    public LetterRecord at(long newUid, long newModSeq, LetterFlags newFlags, long newSaveDate) {
        return new LetterRecord(
                newUid,
                newModSeq,
                newFlags,
                size,
                bodyStart,
                internalDate,
                newSaveDate,
                id,
                thread,
                mediaType,
                subType,
                lines);
    }
}
