package org.mailstation.daemon.mail.imap.fetch;

import java.util.Optional;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;

/** The sequence numbers of letters, for UIDs that usually follow one another. */
final class Numbers {
    private final SelectedMailbox selected;
    private final long lastUid;
    private int last;

    Numbers(SelectedMailbox selected) {
        this.selected = selected;
        this.lastUid = selected.getLastUid().map(MessageUid::asLong).orElse(0L);
    }

    /**
     * A letter's number.
     *
     * @return 0 if the client has not heard of this letter
     */
    int of(MessageUid uid) {
        if (uid.asLong() > lastUid) {
            return 0;
        }
        Optional<MessageUid> next = last > 0 ? selected.uid(last + 1) : Optional.empty();
        if (next.isPresent() && next.get().equals(uid)) {
            last++;
            return last;
        }
        int number = selected.msn(uid).foldSilent(() -> 0, MessageSequenceNumber::asInt);
        last = number > 0 ? number : last;
        return number;
    }
}
