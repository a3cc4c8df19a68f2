package org.mailstation.daemon.store;

import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.mail.AnnotationMapper;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.UidProvider;
import org.apache.james.mailbox.store.user.SubscriptionMapper;

/** The mappers of one store. */
final class StoreMappers extends MailboxSessionMapperFactory {
    private final Engine engine;
    private final UidSource uids;
    private final ModSeqSource modSeqs;

    StoreMappers(Engine engine) {
        this.engine = engine;
        this.uids = new UidSource(engine);
        this.modSeqs = new ModSeqSource(engine);
    }

    @Override
    public MessageMapper createMessageMapper(MailboxSession session) {
        return letters(session);
    }

    LetterMapper letters(MailboxSession session) {
        return new LetterMapper(session, engine, uids, modSeqs);
    }

    @Override
    public MessageIdMapper createMessageIdMapper(MailboxSession session) {
        return new LetterIdMapper(engine);
    }

    @Override
    public MailboxMapper createMailboxMapper(MailboxSession session) {
        return new BoxMapper(engine);
    }

    @Override
    public SubscriptionMapper createSubscriptionMapper(MailboxSession session) {
        return new SubscriptionsMapper(engine);
    }

    @Override
    public AnnotationMapper createAnnotationMapper(MailboxSession session) {
        return new AnnotationsMapper(engine);
    }

    @Override
    public UidProvider getUidProvider() {
        return uids;
    }

    @Override
    public ModSeqProvider getModSeqProvider() {
        return modSeqs;
    }
}
