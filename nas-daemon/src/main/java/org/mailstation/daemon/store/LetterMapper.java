package org.mailstation.daemon.store;

import com.google.common.collect.Iterators;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.mail.Flags;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.AbstractMessageMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Mark;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Letters for James. Every method that changes something returns when the change is durable. */
final class LetterMapper extends AbstractMessageMapper {
    private final Engine engine;
    private final Letters letters;

    LetterMapper(MailboxSession session, Engine engine, UidSource uids, ModSeqSource modSeqs) {
        super(session, uids, modSeqs, engine.clock());
        this.engine = engine;
        this.letters = new Letters(engine);
    }

    private Index index() {
        return engine.index();
    }

    @Override
    public Iterator<MailboxMessage> findInMailbox(
            Mailbox mailbox, MessageRange set, FetchType type, int limit) throws MailboxException {
        return letters.find(engine.box(mailbox.getMailboxId()), set, type, limit);
    }

    @Override
    public Flux<MessageUid> listAllMessageUids(Mailbox mailbox) {
        return Flux.fromIterable(() -> index().uids(id(mailbox))).map(MessageUid::of);
    }

    @Override
    public List<MessageUid> retrieveMessagesMarkedForDeletion(Mailbox mailbox, MessageRange range) {
        return marked(mailbox, Mark.DELETED, Letters.from(range), Letters.to(range));
    }

    @Override
    public List<MessageUid> findRecentMessageUidsInMailbox(Mailbox mailbox) {
        return new RecentLetters(engine, id(mailbox)).newest();
    }

    @Override
    @SuppressWarnings("NullAway") // James's way to say that all are seen
    public MessageUid findFirstUnseenMessageUid(Mailbox mailbox) {
        Iterator<Long> unseen = index().marked(id(mailbox), Mark.UNSEEN, 1, Long.MAX_VALUE);
        return unseen.hasNext() ? MessageUid.of(unseen.next()) : null;
    }

    private List<MessageUid> marked(Mailbox mailbox, Mark mark, long from, long to) {
        List<MessageUid> found = new ArrayList<>();
        index().marked(id(mailbox), mark, from, to)
                .forEachRemaining(uid -> found.add(MessageUid.of(uid)));
        return found;
    }

    @Override
    public long countMessagesInMailbox(Mailbox mailbox) {
        return index().state(id(mailbox)).exists();
    }

    @Override
    protected long countUnseenMessagesInMailbox(Mailbox mailbox) {
        return index().state(id(mailbox)).unseen();
    }

    @Override
    public Flags getApplicableFlag(Mailbox mailbox) {
        return JamesFlags.applicable(index().state(id(mailbox)).keywords());
    }

    @Override
    public MessageMetaData add(Mailbox mailbox, MailboxMessage message) throws MailboxException {
        message.setModSeq(ModSeq.first());
        return save(mailbox, message);
    }

    @Override
    protected MessageMetaData save(Mailbox mailbox, MailboxMessage message)
            throws MailboxException {
        BoxRecord box = engine.box(mailbox.getMailboxId());
        return Letters.metaData(new Intake(engine).save(box, message));
    }

    @Override
    public Iterator<UpdatedFlags> updateFlags(
            Mailbox mailbox, FlagsUpdateCalculator calculator, MessageRange set)
            throws MailboxException {
        long box = id(mailbox);
        return engine.run(
                        new ChangeFlags(
                                box,
                                index -> index.letters(box, Letters.from(set), Letters.to(set)),
                                calculator))
                .iterator();
    }

    @Override
    public List<UpdatedFlags> resetRecent(Mailbox mailbox) throws MailboxException {
        return new RecentLetters(engine, id(mailbox)).reset();
    }

    @Override
    public void delete(Mailbox mailbox, MailboxMessage message) throws MailboxException {
        deleteMessages(mailbox, List.of(message.getUid()));
    }

    @Override
    public Map<MessageUid, MessageMetaData> deleteMessages(Mailbox mailbox, List<MessageUid> uids)
            throws MailboxException {
        BoxRecord box = engine.box(mailbox.getMailboxId());
        Map<MessageUid, MessageMetaData> removed = new LinkedHashMap<>();
        List<Long> numbers = uids.stream().map(MessageUid::asLong).toList();
        for (LetterRecord letter : engine.run(new RemoveLetters(box.id(), numbers))) {
            removed.put(MessageUid.of(letter.uid()), Letters.metaData(letter));
        }
        return removed;
    }

    @Override
    public MessageMetaData copy(Mailbox mailbox, MailboxMessage original) throws MailboxException {
        return original.getUid() == null
                ? add(mailbox, received(original.copy(mailbox)))
                : only(copy(mailbox, List.of(original)));
    }

    private static MailboxMessage received(MailboxMessage message) {
        Flags flags = message.createFlags();
        flags.add(Flags.Flag.RECENT);
        message.setFlags(flags);
        return message;
    }

    @Override
    protected MessageMetaData copy(
            Mailbox mailbox, MessageUid uid, ModSeq modSeq, MailboxMessage original)
            throws MailboxException {
        return copy(mailbox, original); // the number is given in the commit
    }

    @Override
    public List<MessageMetaData> copy(Mailbox mailbox, List<MailboxMessage> originals)
            throws MailboxException {
        return copy(mailbox, originals, false);
    }

    @Override
    public MessageMetaData move(Mailbox mailbox, MailboxMessage original) throws MailboxException {
        return only(move(mailbox, List.of(original)));
    }

    @Override
    public List<MessageMetaData> move(Mailbox mailbox, List<MailboxMessage> originals)
            throws MailboxException {
        return copy(mailbox, originals, true);
    }

    @Override
    public Mono<List<MessageMetaData>> moveReactive(
            Mailbox mailbox, List<MailboxMessage> originals) {
        return Mono.fromCallable(() -> move(mailbox, originals))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private List<MessageMetaData> copy(
            Mailbox mailbox, List<MailboxMessage> originals, boolean move) throws MailboxException {
        BoxRecord box = engine.box(mailbox.getMailboxId());
        List<Place> sources =
                originals.stream()
                        .map(one -> new Place(BoxId.of(one.getMailboxId()), one.getUid().asLong()))
                        .toList();
        return carry(box, sources, move).stream()
                .map(copied -> Letters.metaData(copied.copy()))
                .toList();
    }

    private List<CopyLetters.Copied> carry(BoxRecord box, List<Place> sources, boolean move)
            throws MailboxException {
        CopyLetters copying =
                new CopyLetters(box.id(), sources, clock.millis(), move, engine.files());
        return move && sources.stream().allMatch(source -> hasUserOf(source, box))
                ? engine.run(copying)
                : engine.grow(box.id(), copying);
    }

    /** Copies or moves letters in one commit; tells what became of each that was there. */
    List<CopyLetters.Copied> carry(Mailbox from, List<Long> uids, Mailbox to, boolean move)
            throws MailboxException {
        long box = id(from);
        return carry(
                engine.box(to.getMailboxId()),
                uids.stream().map(uid -> new Place(box, uid)).toList(),
                move);
    }

    /** Both ends included. */
    Iterator<Long> uids(Mailbox mailbox, long from, long to) {
        return Iterators.transform(index().letters(id(mailbox), from, to), LetterRecord::uid);
    }

    /** The highest that a letter of this mailbox has or had. */
    long lastUid(Mailbox mailbox) {
        return index().state(id(mailbox)).lastUid();
    }

    private boolean hasUserOf(Place letter, BoxRecord box) {
        BoxRecord other = index().box(letter.box());
        return other == null || other.path().user().equals(box.path().user());
    }

    private static MessageMetaData only(List<MessageMetaData> copies) throws MailboxException {
        if (copies.isEmpty()) {
            throw new MailboxException("The letter was removed meanwhile");
        }
        return copies.getFirst();
    }

    private static long id(Mailbox mailbox) {
        return BoxId.of(mailbox.getMailboxId());
    }

    @Override
    protected void begin() {
        // every operation is a commit of its own
    }

    @Override
    protected void commit() {
        // done by the operation
    }

    @Override
    protected void rollback() {
        // an operation that fails has changed nothing
    }
}
