package org.mailstation.daemon.store.outline;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Ties what is kept to its letter: four octets in front of it. They do not fit if the disk has lost
 * a part, if the mailbox is another one by now, or if an older version wrote something else.
 */
final class Seal {
    /** Changes with what is written for a letter. */
    private static final int VERSION = 1;

    private static final int LENGTH = 4;

    private Seal() {}

    static byte[] put(UUID letter, byte[] octets) {
        return ByteBuffer.allocate(LENGTH + octets.length)
                .putInt(sum(letter, octets, 0))
                .put(octets)
                .array();
    }

    /**
     * Takes the seal off.
     *
     * @return what was sealed, {@code null} if the seal is broken
     */
    static byte @Nullable [] open(UUID letter, byte[] sealed) {
        return sealed.length >= LENGTH
                        && ByteBuffer.wrap(sealed).getInt() == sum(letter, sealed, LENGTH)
                ? Arrays.copyOfRange(sealed, LENGTH, sealed.length)
                : null;
    }

    private static int sum(UUID letter, byte[] octets, int from) {
        CRC32C sum = new CRC32C();
        sum.update(octets, from, octets.length - from);
        return (int) sum.getValue() + VERSION
                ^ Long.hashCode(letter.getMostSignificantBits())
                ^ Long.hashCode(letter.getLeastSignificantBits());
    }
}
