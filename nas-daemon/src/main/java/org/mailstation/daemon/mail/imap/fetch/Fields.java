package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.james.imap.processor.fetch.HeaderBodyElement;
import org.apache.james.imap.processor.fetch.MessageResultUtils;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Header;
import org.apache.james.mailbox.store.ResultUtils;
import org.mailstation.daemon.store.Listing;
import org.mailstation.daemon.store.record.Glance;

/**
 * One {@code BODY[HEADER.FIELDS (…)]} or {@code BODY[HEADER.FIELDS.NOT (…)]} (RFC 3501 6.4.5). A
 * header without surprises is cut here; what is strange in any way is left to James.
 *
 * @param title what the answer begins with, for example {@code BODY[HEADER.FIELDS (SUBJECT)]}
 * @param not whether all others are meant
 */
record Fields(String title, Collection<String> names, boolean not) implements Piece {
    private static final int SHORTEST = 2;

    Fields {
        names = List.copyOf(names);
    }

    @Override
    public void write(Room room, Listing listing, Glance letter)
            throws IOException, MailboxException {
        byte[] header = listing.header(letter);
        if (header == null) {
            throw new MailboxException("the letter is gone");
        }
        Octets scratch = room.scratch();
        scratch.cut(0);
        if (new PlainHeader(header).pick(names, not, scratch)) {
            boolean none = scratch.length() == 0;
            // RFC 3501 has the empty line always, James not without a body
            if (!none || letter.size() > SHORTEST) {
                scratch.add('\r').add('\n');
            }
            write(room.out(), scratch.take());
        } else {
            write(room.out(), byJames(listing, letter));
        }
    }

    private void write(Octets out, byte[] fields) {
        out.add(title).add(" {").add(fields.length).add("}\r\n").add(fields);
    }

    private byte[] byJames(Listing listing, Glance letter) throws IOException, MailboxException {
        List<Header> all = ResultUtils.createHeaders(listing.message(letter));
        List<Header> some =
                not
                        ? MessageResultUtils.getNotMatching(names, all.iterator())
                        : MessageResultUtils.getMatching(names, all.iterator());
        HeaderBodyElement element = new HeaderBodyElement(title, some);
        if (element.size() == SHORTEST && letter.size() <= SHORTEST) {
            element.noBody();
        }
        try (var in = element.getInputStream()) {
            return in.readNBytes((int) element.size());
        }
    }
}
