package org.mailstation.daemon.store;

import java.util.Optional;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.UidProvider;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.record.BoxState;

/** Numbers for letters, each given once, also over restarts and removals. */
record UidSource(Engine engine) implements UidProvider {
    @Override
    public MessageUid nextUid(Mailbox mailbox) throws MailboxException {
        return nextUid(mailbox.getMailboxId());
    }

    @Override
    public MessageUid nextUid(MailboxId mailboxId) throws MailboxException {
        long box = BoxId.of(mailboxId);
        return engine.run(
                Scope.adding(box),
                transaction -> {
                    BoxState state = transaction.state(box).nextUid();
                    transaction.put(box, state);
                    return MessageUid.of(state.lastUid());
                });
    }

    @Override
    public Optional<MessageUid> lastUid(Mailbox mailbox) {
        long last = engine.index().state(BoxId.of(mailbox.getMailboxId())).lastUid();
        return last == 0 ? Optional.empty() : Optional.of(MessageUid.of(last));
    }
}
