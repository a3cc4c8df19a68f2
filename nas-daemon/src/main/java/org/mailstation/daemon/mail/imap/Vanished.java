package org.mailstation.daemon.mail.imap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.UidRange;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.response.VanishedResponse;
import org.apache.james.mailbox.MessageUid;
import org.jspecify.annotations.Nullable;

/**
 * Tells which letters are no more, also those that have gone long ago: what a client does not know
 * it overlooks (RFC 7162 3.2.5.1, 5). James says nothing of those before the first letter that is
 * there, and after the last, and holds all of them in memory.
 */
final class Vanished {
    /** Ranges in one line. */
    private static final int TOGETHER = 500;

    private final List<UidRange> asked;
    private final Responder responder;
    private final List<UidRange> found = new ArrayList<>();
    private int next;

    private Vanished(List<UidRange> asked, Responder responder) {
        this.asked = asked;
        this.responder = responder;
    }

    /**
     * Tells all that are gone.
     *
     * @param asked only of these; {@code null}: of all
     * @param above only of greater ones
     * @param last the greatest that a letter of this mailbox has or had
     */
    static void tell(
            SelectedMailbox selected,
            UidRange @Nullable [] asked,
            long above,
            long last,
            Responder responder) {
        if (last <= above) {
            return;
        }
        List<UidRange> all = List.of(new UidRange(MessageUid.of(above + 1), MessageUid.of(last)));
        List<UidRange> ordered =
                asked == null ? all : UidRange.mergeRanges(new ArrayList<>(List.of(asked)));
        new Vanished(ordered, responder).walk(selected, above, last);
    }

    private void walk(SelectedMailbox selected, long above, long last) {
        long before = above;
        int number = 1;
        for (Optional<MessageUid> uid = selected.uid(number);
                uid.isPresent() && before < last;
                uid = selected.uid(number)) {
            long present = uid.get().asLong();
            gap(before + 1, Math.min(present - 1, last));
            before = Math.max(before, present);
            number++;
        }
        gap(before + 1, last);
        send();
    }

    /** Nothing is there from here to there, both included. */
    private void gap(long from, long to) {
        while (next < asked.size() && asked.get(next).getHighVal().asLong() < from) {
            next++;
        }
        for (int i = next; i < asked.size() && asked.get(i).getLowVal().asLong() <= to; i++) {
            long low = Math.max(from, asked.get(i).getLowVal().asLong());
            long high = Math.min(to, asked.get(i).getHighVal().asLong());
            if (low <= high) {
                found.add(new UidRange(MessageUid.of(low), MessageUid.of(high)));
            }
        }
        if (found.size() >= TOGETHER) {
            send();
        }
    }

    private void send() {
        if (!found.isEmpty()) {
            responder.respond(new VanishedResponse(found.toArray(UidRange[]::new), true));
            found.clear();
        }
    }

    /**
     * Up to where a client knows what has gone, by the numbers of which it says that letters had
     * them.
     */
    static long known(
            SelectedMailbox selected, IdRange @Nullable [] numbers, UidRange @Nullable [] uids) {
        if (numbers == null || uids == null) {
            return 0;
        }
        Iterator<Long> number =
                Stream.of(numbers).flatMap(range -> stream(range.iterator())).iterator();
        Iterator<MessageUid> uid =
                Stream.of(uids).flatMap(range -> stream(range.iterator())).iterator();
        long known = 0;
        while (number.hasNext() && uid.hasNext()) {
            MessageUid claimed = uid.next();
            long which = number.next();
            if (which > selected.existsCount()
                    || !selected.uid((int) which).equals(Optional.of(claimed))) {
                return known;
            }
            known = claimed.asLong();
        }
        return known;
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return Stream.iterate(iterator, Iterator::hasNext, one -> one).map(Iterator::next);
    }
}
