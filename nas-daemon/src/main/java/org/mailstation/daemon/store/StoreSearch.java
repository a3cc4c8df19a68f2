package org.mailstation.daemon.store;

import com.google.common.base.Preconditions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.apache.james.mailbox.MailboxManager.MessageCapabilities;
import org.apache.james.mailbox.MailboxManager.SearchCapabilities;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.apache.james.mailbox.store.search.comparator.CombinedComparator;
import org.apache.james.util.ReactorUtils;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.search.LetterSearch;
import org.mailstation.daemon.store.search.LetterSearch.Found;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Searches for James. */
record StoreSearch(Engine engine, LetterSearch search) implements MessageSearchIndex {
    @Override
    public EnumSet<SearchCapabilities> getSupportedCapabilities(
            EnumSet<MessageCapabilities> messageCapabilities) {
        return EnumSet.of(
                SearchCapabilities.MultimailboxSearch,
                SearchCapabilities.Text,
                SearchCapabilities.PartialEmailMatch,
                SearchCapabilities.AttachmentFileName);
    }

    @Override
    public Flux<MessageUid> search(MailboxSession session, Mailbox mailbox, SearchQuery query) {
        Preconditions.checkArgument(session != null, "'session' is mandatory");
        return later(() -> uids(engine.box(mailbox.getMailboxId()), query));
    }

    private List<MessageUid> uids(BoxRecord box, SearchQuery query)
            throws IOException, MailboxException {
        if (!query.getSorts().equals(SearchQuery.DEFAULT_SORTS)) {
            return sorted(List.of(box), query).stream().map(MailboxMessage::getUid).toList();
        }
        List<MessageUid> uids = new ArrayList<>();
        search.search(List.of(box), query, found -> uids.add(MessageUid.of(found.letter().uid())));
        return uids;
    }

    /** In the order that is asked for, with their headers. */
    private List<MailboxMessage> sorted(List<BoxRecord> boxes, SearchQuery query)
            throws IOException {
        Letters letters = new Letters(engine);
        List<MailboxMessage> messages = new ArrayList<>();
        search.search(boxes, query, found -> messages.add(message(letters, found)));
        messages.sort(CombinedComparator.create(query.getSorts()));
        return messages;
    }

    private static MailboxMessage message(Letters letters, Found found) {
        return letters.message(found.box(), found.letter(), FetchType.HEADERS);
    }

    @Override
    public Flux<MessageId> search(
            MailboxSession session,
            Collection<MailboxId> mailboxIds,
            SearchQuery query,
            long limit) {
        Preconditions.checkArgument(session != null, "'session' is mandatory");
        return later(
                () ->
                        sorted(boxes(mailboxIds), query).stream()
                                .map(MailboxMessage::getMessageId)
                                .distinct()
                                .limit(limit)
                                .toList());
    }

    private List<BoxRecord> boxes(Collection<MailboxId> ids) {
        return ids.stream()
                .map(id -> engine.index().box(BoxId.of(id)))
                .filter(Objects::nonNull)
                .toList();
    }

    private interface Work<T> {
        List<T> run() throws IOException, MailboxException;
    }

    /** Off the event loop, since it may read letters. */
    private static <T> Flux<T> later(Work<T> work) {
        return Mono.fromCallable(
                        () -> {
                            try {
                                return work.run();
                            } catch (IOException e) {
                                throw new MailboxException("The search failed", e);
                            }
                        })
                .flatMapIterable(found -> found)
                .subscribeOn(ReactorUtils.BLOCKING_CALL_WRAPPER);
    }
}
