package org.mailstation.daemon.mail.imap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.mail.Flags;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MailboxPath;
import reactor.core.publisher.Mono;

/**
 * James's selected mailbox, of whose news none gets lost. James tells the client what it has read
 * and then forgets everything, also what other programs did in between: such a letter, or such a
 * flag, was never heard of. Here only what was handed out is forgotten. Letters that leave are
 * handed out together with the size, so that none leaves before it came.
 *
 * <p>A letter whose number the client has not been told of has none: nothing is said of it, neither
 * in answers nor in news (RFC 9051 5.2, 7.4.1). That is what lies beyond the {@link Horizon}.
 *
 * <p>The monitor is that of James's mailbox, which it holds when it takes an event.
 */
final class LosslessSelection implements SelectedMailbox {
    private final SelectedMailbox james;
    private final Horizon horizon;
    private final Set<MessageUid> flagged = new TreeSet<>();
    private final Set<MessageUid> expunged = new TreeSet<>();
    private final Set<MessageUid> recentGone = new HashSet<>();
    private Collection<MessageUid> expungedToTell = List.of();
    private boolean resized;
    private boolean deleted;
    private boolean newFlags;

    LosslessSelection(SelectedMailbox james, MailboxSession session) {
        this.james = james;
        this.horizon = new Horizon(james, new Arrivals(james, session));
    }

    /** Takes over what James has heard since the last time. */
    private void listen() {
        resized |= james.isSizeChanged();
        deleted |= james.isDeletedByOtherSession();
        newFlags |= james.hasNewApplicableFlags();
        flagged.addAll(james.flagUpdateUids());
        List<MessageUid> gone = List.copyOf(james.expungedUids());
        james.resetEvents();
        james.resetExpungedUids();
        expunged.addAll(gone);
        gone.stream().filter(james::isRecent).forEach(recentGone::add);
    }

    @Override
    public boolean isSizeChanged() {
        long last = mayBeResized() ? horizon.look() : 0;
        synchronized (james) {
            listen();
            boolean told = resized && last > 0;
            if (told) {
                horizon.moveTo(last);
                resized = horizon.isBelowTheLast();
            }
            expungedToTell = expunged.stream().filter(this::isKnown).toList();
            return told;
        }
    }

    private boolean mayBeResized() {
        synchronized (james) {
            listen();
            return resized;
        }
    }

    /**
     * A letter has no number if it left before the mailbox was looked at, or if the news that it
     * came is still on its way.
     */
    private boolean isKnown(MessageUid uid) {
        return msn(uid).foldSilent(() -> false, _ -> true);
    }

    @Override
    public Collection<MessageUid> expungedUids() {
        synchronized (james) {
            return expungedToTell;
        }
    }

    @Override
    public void resetExpungedUids() {
        synchronized (james) {
            expungedToTell.forEach(expunged::remove);
            expungedToTell = List.of();
        }
    }

    @Override
    public Collection<MessageUid> flagUpdateUids() {
        synchronized (james) {
            listen();
            Collection<MessageUid> told = List.copyOf(flagged);
            flagged.clear();
            return told;
        }
    }

    @Override
    public boolean hasNewApplicableFlags() {
        synchronized (james) {
            listen();
            boolean told = newFlags;
            newFlags = false;
            return told;
        }
    }

    @Override
    public boolean isDeletedByOtherSession() {
        synchronized (james) {
            listen();
            return deleted;
        }
    }

    /** What was handed out is forgotten already. */
    @Override
    public void resetEvents() {}

    /** What was handed out is forgotten already. */
    @Override
    public void resetNewApplicableFlags() {}

    @Override
    public Mono<Void> deselect() {
        return james.deselect();
    }

    @Override
    public void registerIdle(ReactiveEventListener idle) {
        james.registerIdle(idle);
    }

    @Override
    public void unregisterIdle() {
        james.unregisterIdle();
    }

    @Override
    public NullableMessageSequenceNumber msn(MessageUid uid) {
        return horizon.shows(uid) ? james.msn(uid) : NullableMessageSequenceNumber.noMessage();
    }

    /** Also of a letter that is not told of yet, as a client may guess that it has come. */
    @Override
    public Optional<MessageUid> uid(int index) {
        return james.uid(index);
    }

    @Override
    public boolean addRecent(MessageUid uid) {
        return james.addRecent(uid);
    }

    @Override
    public boolean removeRecent(MessageUid uid) {
        return james.removeRecent(uid);
    }

    @Override
    public Collection<MessageUid> getRecent() {
        synchronized (james) {
            dropGone();
            return james.getRecent();
        }
    }

    @Override
    public int recentCount() {
        synchronized (james) {
            dropGone();
            return james.recentCount();
        }
    }

    private void dropGone() {
        recentGone.forEach(james::removeRecent);
        recentGone.clear();
    }

    /** How many letters the client is told of; with the first answer it begins to be told. */
    @Override
    public long existsCount() {
        synchronized (james) {
            return horizon.letters();
        }
    }

    @Override
    public Mono<MailboxPath> getPathReactive() {
        return james.getPathReactive();
    }

    @Override
    public MailboxId getMailboxId() {
        return james.getMailboxId();
    }

    @Override
    public MessageManager getMessageManager() {
        return james.getMessageManager();
    }

    @Override
    public boolean isRecent(MessageUid uid) {
        return james.isRecent(uid);
    }

    @Override
    public boolean isRecentUidRemoved() {
        return james.isRecentUidRemoved();
    }

    @Override
    public void resetRecentUidRemoved() {
        james.resetRecentUidRemoved();
    }

    @Override
    public NullableMessageSequenceNumber remove(MessageUid uid) {
        return james.remove(uid);
    }

    @Override
    public Optional<MessageUid> getFirstUid() {
        return james.getFirstUid();
    }

    @Override
    public Optional<MessageUid> getLastUid() {
        synchronized (james) {
            return horizon.last();
        }
    }

    @Override
    public Flags getApplicableFlags() {
        return james.getApplicableFlags();
    }
}
