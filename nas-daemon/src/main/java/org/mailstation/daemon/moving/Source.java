package org.mailstation.daemon.moving;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Where letters come from. */
interface Source extends AutoCloseable {
    /**
     * A folder there.
     *
     * @param name as it is called there
     * @param target as it is called here, parts separated by dots
     */
    record Box(String name, String target) {}

    /**
     * A letter there.
     *
     * @param key never used for another letter of this folder
     * @param flags as IMAP names them
     * @param date when it was received
     */
    record Found(String key, Set<String> flags, Instant date, Content content) {}

    /** Gives the octets of a letter, once. */
    interface Content {
        /**
         * @throws NotGivenException if this letter cannot be had, but others can
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A letter that the source does not give. */
    final class NotGivenException extends IOException {
        private static final long serialVersionUID = 1L;

        NotGivenException(String message) {
            super(message);
        }
    }

    /** Takes letters. */
    interface Taker {
        void take(Found found) throws IOException;
    }

    List<Box> boxes() throws IOException;

    /**
     * Offers the letters of a folder in a fixed order.
     *
     * @param wanted whether the letter with this key is; others are only counted
     * @return how many letters there are
     */
    long each(Box box, Predicate<String> wanted, Taker taker) throws IOException;

    /** How many letters there are, as far as that is known; 0: not at all. */
    long expected();

    @Override
    void close();

    /** Copies a text with any line ends as one with those of the Internet (RFC 5322 2.1). */
    static void withLineEnds(InputStream in, OutputStream out) throws IOException {
        int before = 0;
        byte[] some = new byte[16 * 1024];
        byte[] longer = new byte[2 * some.length];
        for (int count; (count = in.read(some)) > 0; ) {
            int length = 0;
            for (int i = 0; i < count; i++) {
                if (some[i] == '\n' && before != '\r') {
                    longer[length++] = '\r';
                }
                before = some[i];
                longer[length++] = some[i];
            }
            out.write(longer, 0, length);
        }
    }
}
