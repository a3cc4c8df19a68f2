package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.mail.AttachmentMapper;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.utils.UpdatableTickingClock;

/** Hands a store in a temporary folder to James's contract tests. */
final class StoreMapperProvider implements MapperProvider, AutoCloseable {
    static final MailboxSession SESSION = MailboxSessionUtil.create(Username.of("user"));

    private final UpdatableTickingClock clock =
            new UpdatableTickingClock(Instant.parse("2026-03-01T08:00:00Z"));
    private final AtomicLong ids = new AtomicLong(1_000_000);
    private final AtomicLong uids = new AtomicLong();
    private final MailStore store;

    StoreMapperProvider(Path folder) {
        try {
            store = MailStore.open(folder, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MailStore store() {
        return store;
    }

    UpdatableTickingClock clock() {
        return clock;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    @Override
    public List<Capabilities> getSupportedCapabilities() {
        return List.of(
                Capabilities.MESSAGE,
                Capabilities.MAILBOX,
                Capabilities.ANNOTATION,
                Capabilities.MOVE,
                Capabilities.UNIQUE_MESSAGE_ID,
                Capabilities.THREAD_SAFE_FLAGS_UPDATE,
                Capabilities.INCREMENTAL_APPLICABLE_FLAGS,
                Capabilities.ACL_STORAGE);
    }

    @Override
    public MailboxMapper createMailboxMapper() {
        return store.mappers().createMailboxMapper(SESSION);
    }

    @Override
    public MessageMapper createMessageMapper() {
        return store.mappers().createMessageMapper(SESSION);
    }

    @Override
    public MessageIdMapper createMessageIdMapper() {
        return store.mappers().createMessageIdMapper(SESSION);
    }

    @Override
    public AttachmentMapper createAttachmentMapper() {
        throw new UnsupportedOperationException("attachments are read from the letter");
    }

    @Override
    public MailboxId generateId() {
        return new BoxId(ids.incrementAndGet());
    }

    @Override
    public MessageUid generateMessageUid() {
        return MessageUid.of(uids.incrementAndGet());
    }

    @Override
    public ModSeq generateModSeq(Mailbox mailbox) throws MailboxException {
        return store.mappers().getModSeqProvider().nextModSeq(mailbox);
    }

    @Override
    public ModSeq highestModSeq(Mailbox mailbox) throws MailboxException {
        return store.mappers().getModSeqProvider().highestModSeq(mailbox);
    }

    @Override
    public boolean supportPartialAttachmentFetch() {
        return false;
    }

    @Override
    public MessageId generateMessageId() {
        return store.messageIds().generate();
    }
}
