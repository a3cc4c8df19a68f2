package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;

/**
 * The field by which a letter that was found to be junk finds the junk folder, also if it waits
 * somewhere before, and which tells its reader why it is there.
 */
final class JunkMark {
    static final String NAME = "X-Mail-Station-Junk";

    private JunkMark() {}

    /**
     * The field with its line end.
     *
     * @param why one word
     */
    static byte[] field(String why) {
        return (NAME + ": " + why + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Where a letter belongs; whoever sent it cannot have said so, since we take such fields away.
     */
    static Folder folder(Header header) {
        return header.count(NAME) > 0 ? Folder.JUNK : Folder.INBOX;
    }
}
