package org.mailstation.daemon.store;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.apache.james.mailbox.events.MessageMoveEvent;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.ReadOnlyException;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageMoves;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.store.StoreMessageManager;
import org.apache.james.mailbox.store.event.EventFactory;
import org.mailstation.daemon.store.record.LetterRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Letters on their way from one mailbox to another: some after the others, so that any number of
 * them needs no more memory than those. Of copies all come or none (RFC 3501 6.4.7); of letters
 * that are moved, each comes or stays (RFC 6851 3.3).
 */
public final class Passage {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final OpenMailbox from;
    private final StoreMessageManager to;
    private final boolean move;
    private final LetterMapper letters;
    private final EventBus events;
    private final MailboxSession session;
    private final UidRuns originals = new UidRuns();
    private UidRuns copies = new UidRuns();

    Passage(
            OpenMailbox from,
            StoreMessageManager to,
            boolean move,
            OpenMailbox.Surroundings around,
            MailboxSession session) {
        this.from = from;
        this.to = to;
        this.move = move;
        this.letters = around.store().letters(session);
        this.events = around.events();
        this.session = session;
    }

    /** The UIDs that the letters had, in the order of {@link #copies}. */
    public UidRuns originals() {
        return originals;
    }

    /** The UIDs that they have where they came to; also after a failure those of all that did. */
    public UidRuns copies() {
        return copies;
    }

    /** Carries these, in the order of their UIDs; letters that are gone by then are left out. */
    public Mono<Passage> carry(List<MessageRange> sets) {
        return Mono.fromCallable(
                        () -> {
                            carryNow(sets);
                            return this;
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void carryNow(List<MessageRange> sets) throws MailboxException {
        if (move && !from.isWriteable(session)) {
            throw new ReadOnlyException(from.getMailboxPath());
        }
        if (!to.isWriteable(session)) {
            throw new ReadOnlyException(to.getMailboxPath());
        }
        try {
            carry(UidRuns.of(sets, letters.lastUid(from.getMailboxEntity())));
        } catch (MailboxException | RuntimeException | Error failure) {
            if (!move) {
                takeBack(failure);
            }
            throw failure;
        }
    }

    private void carry(UidRuns runs) throws MailboxException {
        List<Long> some = new ArrayList<>();
        for (int run = 0; run < runs.count(); run++) {
            Iterator<Long> uids =
                    letters.uids(from.getMailboxEntity(), runs.low(run), runs.high(run));
            while (uids.hasNext()) {
                some.add(uids.next());
                if (some.size() == Slice.LETTERS) {
                    carrySome(some);
                    some.clear();
                }
            }
        }
        if (!some.isEmpty()) {
            carrySome(some);
        }
    }

    private void carrySome(List<Long> uids) throws MailboxException {
        List<CopyLetters.Copied> carried =
                letters.carry(from.getMailboxEntity(), uids, to.getMailboxEntity(), move);
        for (CopyLetters.Copied one : carried) {
            originals.add(one.original().uid());
            copies.add(one.copy().uid());
        }
        if (carried.isEmpty()) {
            return;
        }
        tell(to, added(carried));
        if (move) {
            tell(from, removed(carried));
        }
        MessageMoves moves = moves();
        events.dispatch(
                        moved(carried, moves),
                        moves.impactedMailboxIds()
                                .map(MailboxIdRegistrationKey::new)
                                .collect(ImmutableSet.toImmutableSet()))
                .block();
    }

    private void tell(StoreMessageManager box, Event news) {
        events.dispatch(news, new MailboxIdRegistrationKey(box.getId())).block();
    }

    private Event added(List<CopyLetters.Copied> carried) {
        return EventFactory.added()
                .randomEventId()
                .mailboxSession(session)
                .mailbox(to.getMailboxEntity())
                .metaData(metaData(carried, CopyLetters.Copied::copy))
                .isDelivery(false)
                .build();
    }

    private Event removed(List<CopyLetters.Copied> carried) {
        return EventFactory.expunged()
                .randomEventId()
                .mailboxSession(session)
                .mailbox(from.getMailboxEntity())
                .metaData(metaData(carried, CopyLetters.Copied::original))
                .build();
    }

    private static ImmutableSortedMap<MessageUid, MessageMetaData> metaData(
            List<CopyLetters.Copied> carried, Function<CopyLetters.Copied, LetterRecord> which) {
        return carried.stream()
                .map(one -> Letters.metaData(which.apply(one)))
                .collect(
                        ImmutableSortedMap.toImmutableSortedMap(
                                Comparator.naturalOrder(),
                                MessageMetaData::getUid,
                                Function.identity()));
    }

    private MessageMoves moves() {
        MessageMoves.Builder moves = MessageMoves.builder().previousMailboxIds(from.getId());
        return (move
                        ? moves.targetMailboxIds(to.getId())
                        : moves.targetMailboxIds(to.getId(), from.getId()))
                .build();
    }

    private MessageMoveEvent moved(List<CopyLetters.Copied> carried, MessageMoves moves) {
        return EventFactory.moved()
                .messageMoves(moves)
                .messageId(
                        carried.stream()
                                .map(one -> Letters.metaData(one.copy()).getMessageId())
                                .collect(ImmutableList.toImmutableList()))
                .session(session)
                .build();
    }

    /** Whoever has heard of the copies hears that they are gone. */
    private void takeBack(Throwable failure) {
        try {
            for (int run = 0; run < copies.count(); run++) {
                long end = copies.high(run);
                for (long low = copies.low(run); low <= end; low += Slice.LETTERS) {
                    takeBack(low, Math.min(low + Slice.LETTERS - 1, end));
                }
            }
            copies = new UidRuns();
        } catch (MailboxException | RuntimeException e) {
            LOG.warn("Copies of letters stay in {} after a COPY that failed", to.getId(), e);
            failure.addSuppressed(e);
        }
    }

    private void takeBack(long low, long high) throws MailboxException {
        List<MessageUid> uids = LongStream.rangeClosed(low, high).mapToObj(MessageUid::of).toList();
        tell(
                to,
                EventFactory.expunged()
                        .randomEventId()
                        .mailboxSession(session)
                        .mailbox(to.getMailboxEntity())
                        .metaData(
                                ImmutableSortedMap.copyOf(
                                        letters.deleteMessages(to.getMailboxEntity(), uids)))
                        .build());
    }
}
