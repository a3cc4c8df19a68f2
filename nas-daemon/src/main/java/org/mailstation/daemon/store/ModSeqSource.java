package org.mailstation.daemon.store;

import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.record.BoxState;

/** Change numbers (RFC 7162), which never go back. */
record ModSeqSource(Engine engine) implements ModSeqProvider {
    @Override
    public ModSeq nextModSeq(Mailbox mailbox) throws MailboxException {
        return nextModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq nextModSeq(MailboxId mailboxId) throws MailboxException {
        long box = BoxId.of(mailboxId);
        return engine.run(
                Scope.adding(box),
                transaction -> {
                    BoxState state = transaction.state(box).nextModSeq();
                    transaction.put(box, state);
                    return ModSeq.of(state.modSeq());
                });
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) {
        return highestModSeq(mailbox.getMailboxId());
    }

    @Override
    public ModSeq highestModSeq(MailboxId mailboxId) {
        long highest = engine.index().state(BoxId.of(mailboxId)).modSeq();
        return highest == 0 ? ModSeq.first() : ModSeq.of(highest);
    }
}
