package org.mailstation.daemon.delivery;

import java.io.IOException;
import org.mailstation.daemon.incoming.Ruling;

/** Looks at letters that come without a login. */
@FunctionalInterface
public interface Gate {
    /**
     * What was seen and decided.
     *
     * @param results field of the header that tells others, with its line end; may be empty
     * @param senderProven whether the envelope's sender is certainly who it says: nobody else is
     *     told what became of a letter that arrived
     */
    record Look(byte[] results, Ruling ruling, boolean senderProven) {}

    /** Lets everybody in. */
    Gate OPEN = (_, _, _, _) -> new Look(new byte[0], new Ruling.Take(), true);

    /**
     * Blocks while others are asked, at most for about half a minute.
     *
     * @param header of the letter
     * @throws IOException if the letter cannot be read
     */
    Look look(Envelope envelope, Origin origin, Letter letter, Header header) throws IOException;

    /**
     * Whether one person has taught the station that such letters are junk. Never fails, and needs
     * some milliseconds.
     */
    default boolean isJunkTo(String account, Letter letter) {
        return false;
    }
}
