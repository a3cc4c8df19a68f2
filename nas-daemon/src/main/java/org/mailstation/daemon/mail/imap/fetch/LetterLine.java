package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import javax.mail.Flags;
import org.apache.james.imap.api.message.FetchData.Item;
import org.apache.james.mailbox.exception.MailboxException;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.outline.Kind;
import org.mailstation.daemon.store.record.Glance;
import org.mailstation.daemon.store.record.LetterFlags;

/** Writes the answer for one letter, items in James's order, each octet as James would write it. */
final class LetterLine {
    private static final String[] SYSTEM = {
        "\\Answered", "\\Deleted", "\\Draft", "\\Flagged", "\\Recent", "\\Seen"
    };
    private static final int SCRATCH = 1024;

    private final Asked asked;
    private final ByJames james;
    private final Octets out;
    private final Room room;
    private final byte[][] flags = new byte[1 << SYSTEM.length][];

    /**
     * @param out where the line is written
     * @param way how what is in it leaves before the line is whole
     */
    LetterLine(Asked asked, ByJames james, Octets out, Room.Way way) {
        this.asked = asked;
        this.james = james;
        this.out = out;
        this.room = new Room(out, new Octets(SCRATCH), way);
    }

    /**
     * @param listing the walk that has come to the letter
     * @param number the letter's sequence number
     * @param recent whether this session is the first to see it
     * @throws MailboxException if it cannot be read; the line is then cut off somewhere
     */
    void write(Listing listing, int number, Glance letter, boolean recent)
            throws IOException, MailboxException {
        out.add('*').add(' ').add(number).add(" FETCH (");
        boolean empty = asked.items().isEmpty() && asked.pieces().isEmpty();
        quick(letter, recent);
        outline(listing, Item.ENVELOPE, "ENVELOPE ", Kind.ENVELOPE, letter);
        outline(listing, Item.BODY, "BODY ", Kind.BODY, letter);
        outline(listing, Item.BODY_STRUCTURE, "BODYSTRUCTURE ", Kind.STRUCTURE, letter);
        if (asked.wants(Item.UID)) {
            out.add("UID ").add(letter.uid()).add(' ');
        }
        for (Piece piece : asked.pieces()) {
            piece.write(room, listing, letter);
            out.add(' ');
        }
        ids(letter);
        if (!empty) {
            out.cut(out.length() - 1);
        }
        out.add(")\r\n");
    }

    private void quick(Glance letter, boolean recent) {
        if (asked.wants(Item.MODSEQ)) {
            out.add("MODSEQ (").add(letter.modSeq()).add(") ");
        }
        if (asked.wants(Item.FLAGS)) {
            flags(letter.flags(), recent);
            out.add(' ');
        }
        if (asked.wants(Item.INTERNAL_DATE)) {
            out.add("INTERNALDATE ");
            Dates.write(letter.internalDate(), out);
            out.add(' ');
        }
        if (asked.wants(Item.SIZE)) {
            out.add("RFC822.SIZE ").add((int) letter.size()).add(' ');
        }
    }

    private void ids(Glance letter) {
        if (asked.wants(Item.EMAILID)) {
            out.add("EMAILID (").add(letter.id().toString()).add(") ");
        }
        if (asked.wants(Item.THREADID)) {
            out.add("THREADID (").add(letter.thread().toString()).add(") ");
        }
        if (asked.wants(Item.SAVEDATE)) {
            out.add("SAVEDATE ");
            Dates.write(letter.saveDate(), out);
            out.add(' ');
        }
    }

    private void flags(LetterFlags of, boolean recent) {
        int bits = recent ? of.bits() | LetterFlags.RECENT : of.bits();
        if (of.keywords().isEmpty()) {
            byte[] known = flags[bits];
            if (known == null) {
                known = new Octets(64).add("FLAGS (").add(system(bits)).add(')').take();
                flags[bits] = known;
            }
            out.add(known);
            return;
        }
        String separator = system(bits);
        out.add("FLAGS (").add(separator);
        for (String keyword : inOrder(inOrder(of.keywords().toArray(String[]::new)))) {
            out.add(separator.isEmpty() ? "" : " ").add(keyword);
            separator = " ";
        }
        out.add(')');
    }

    /** The order of James's own set of flags, through which keywords go twice. */
    private static String[] inOrder(String[] keywords) {
        Flags flags = new Flags();
        for (String keyword : keywords) {
            flags.add(keyword);
        }
        return flags.getUserFlags();
    }

    /** The constants of {@link LetterFlags} have the order in which James names them. */
    private static String system(int bits) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < SYSTEM.length; i++) {
            if ((bits & 1 << i) != 0) {
                names.append(names.isEmpty() ? "" : " ").append(SYSTEM[i]);
            }
        }
        return names.toString();
    }

    private void outline(Listing listing, Item item, String title, Kind kind, Glance letter)
            throws IOException, MailboxException {
        if (!asked.wants(item)) {
            return;
        }
        byte[] octets = listing.outline(kind, letter);
        if (octets == null) {
            octets = james.outline(kind, listing.message(letter));
            listing.keep(kind, letter, octets);
        }
        out.add(title).add(octets).add(' ');
    }
}
