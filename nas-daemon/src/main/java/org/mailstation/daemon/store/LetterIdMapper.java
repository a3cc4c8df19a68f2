package org.mailstation.daemon.store;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ComposedMessageIdWithMetaData;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageIdMapper;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.mailstation.daemon.store.index.Index.Place;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Letters by their identity, wherever their copies are. */
record LetterIdMapper(Engine engine) implements MessageIdMapper {
    @Override
    public List<MailboxMessage> find(Collection<MessageId> messageIds, FetchType type) {
        Letters letters = new Letters(engine);
        List<MailboxMessage> found = new ArrayList<>();
        for (MessageId id : messageIds) {
            for (Place place : places(id)) {
                BoxRecord box = engine.index().box(place.box());
                LetterRecord letter = engine.index().letter(place.box(), place.uid());
                if (box != null && letter != null) {
                    found.add(letters.message(box, letter, type));
                }
            }
        }
        return found;
    }

    private List<Place> places(MessageId id) {
        return engine.index().places(LetterId.of(id));
    }

    @Override
    public Publisher<ComposedMessageIdWithMetaData> findMetadata(MessageId messageId) {
        return Flux.defer(() -> Flux.fromIterable(find(List.of(messageId), FetchType.METADATA)))
                .map(MailboxMessage::getComposedMessageIdWithMetaData);
    }

    @Override
    public List<MailboxId> findMailboxes(MessageId messageId) {
        return places(messageId).stream().<MailboxId>map(place -> new BoxId(place.box())).toList();
    }

    @Override
    public void save(MailboxMessage message) throws MailboxException {
        BoxRecord box = engine.box(message.getMailboxId());
        new Intake(engine).save(box, message);
    }

    @Override
    public void copyInMailbox(MailboxMessage message, Mailbox mailbox) throws MailboxException {
        if (!findMailboxes(message.getMessageId()).contains(mailbox.getMailboxId())) {
            new Intake(engine).save(engine.box(mailbox.getMailboxId()), message);
        }
    }

    @Override
    public void delete(MessageId messageId) {
        delete(messageId, box -> true);
    }

    @Override
    public void delete(MessageId messageId, Collection<MailboxId> mailboxIds) {
        delete(messageId, mailboxIds::contains);
    }

    private void delete(MessageId messageId, Predicate<MailboxId> where) {
        uidsByBox(messageId, where)
                .forEach(
                        (box, uids) -> {
                            try {
                                engine.run(new RemoveLetters(box, uids));
                            } catch (MailboxException e) {
                                throw new UncheckedIOException(new IOException(e));
                            }
                        });
    }

    private Map<Long, List<Long>> uidsByBox(MessageId messageId, Predicate<MailboxId> where) {
        return places(messageId).stream()
                .filter(place -> where.test(new BoxId(place.box())))
                .collect(
                        Collectors.groupingBy(
                                Place::box, Collectors.mapping(Place::uid, Collectors.toList())));
    }

    @Override
    public Mono<Multimap<MailboxId, UpdatedFlags>> setFlags(
            MessageId messageId, List<MailboxId> mailboxIds, Flags newState, FlagsUpdateMode mode) {
        return Mono.fromCallable(
                        () ->
                                change(
                                        messageId,
                                        mailboxIds,
                                        new FlagsUpdateCalculator(newState, mode)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Multimap<MailboxId, UpdatedFlags> change(
            MessageId messageId, List<MailboxId> mailboxIds, FlagsUpdateCalculator calculator)
            throws MailboxException {
        ImmutableListMultimap.Builder<MailboxId, UpdatedFlags> updates =
                ImmutableListMultimap.builder();
        for (Map.Entry<Long, List<Long>> entry :
                uidsByBox(messageId, mailboxIds::contains).entrySet()) {
            long box = entry.getKey();
            updates.putAll(
                    new BoxId(box),
                    engine.run(
                            new ChangeFlags(
                                    box,
                                    index ->
                                            entry.getValue().stream()
                                                    .map(uid -> index.letter(box, uid))
                                                    .filter(Objects::nonNull)
                                                    .iterator(),
                                    calculator)));
        }
        return updates.build();
    }
}
