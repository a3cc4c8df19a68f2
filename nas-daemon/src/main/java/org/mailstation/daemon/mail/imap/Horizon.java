package org.mailstation.daemon.mail.imap;

import java.util.Optional;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.MessageUid;

/**
 * How far a client has been told of its mailbox. UIDs ascend (RFC 9051 2.3.1.1), so one UID says
 * it: the client knows all letters up to there, and none beyond.
 *
 * <p>Two letters that come at the same time are heard of in any order, and of a letter's flags
 * perhaps before the letter. A number once told must not become another letter's, though; so before
 * more is told, the mailbox itself is asked what came.
 */
final class Horizon {
    private static final long NOT_YET = Long.MAX_VALUE;

    private final SelectedMailbox james;
    private final Arrivals arrivals;
    private volatile long told = NOT_YET;

    Horizon(SelectedMailbox james, Arrivals arrivals) {
        this.james = james;
        this.arrivals = arrivals;
    }

    boolean shows(MessageUid uid) {
        return uid.asLong() <= told;
    }

    /**
     * Hears of all letters that came, also those whose news are still on their way.
     *
     * @return the UID up to which nothing can come in between any more
     */
    long look() {
        return arrivals.hear(told == NOT_YET ? 0 : told, uid -> number(uid) > 0);
    }

    /**
     * @param last what {@link #look} said
     */
    void moveTo(long last) {
        if (told == NOT_YET || last > told) {
            told = last;
        }
    }

    /** Whether there is more to tell of. */
    boolean isBelowTheLast() {
        return james.getLastUid().filter(uid -> !shows(uid)).isPresent();
    }

    /** The number of letters up to the horizon, which begins where the mailbox ends now. */
    long letters() {
        if (told == NOT_YET) {
            told = james.getLastUid().map(MessageUid::asLong).orElse(0L);
        }
        return last().map(this::number).orElse(0);
    }

    /** The last letter the client knows. */
    Optional<MessageUid> last() {
        int number = (int) james.existsCount();
        Optional<MessageUid> last = james.uid(number);
        while (last.isPresent() && !shows(last.get())) {
            number--;
            last = james.uid(number);
        }
        return last;
    }

    private int number(MessageUid uid) {
        return james.msn(uid).foldSilent(() -> 0, MessageSequenceNumber::asInt);
    }
}
