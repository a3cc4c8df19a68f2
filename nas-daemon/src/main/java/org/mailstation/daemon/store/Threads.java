package org.mailstation.daemon.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.exception.ThreadNotFoundException;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.MimeMessageId;
import org.apache.james.mailbox.store.mail.model.Subject;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.LetterRecord;
import org.mailstation.daemon.store.thread.ThreadKeys;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the conversation of a new letter in the index: that of the oldest known letter of the same
 * account that has a message id in common and the same base subject.
 */
record Threads(Index index) implements ThreadIdGuessingAlgorithm {
    @Override
    public Mono<ThreadId> guessThreadIdReactive(
            MessageId messageId,
            Optional<MimeMessageId> thisMimeMessageId,
            Optional<MimeMessageId> inReplyTo,
            Optional<List<MimeMessageId>> references,
            Optional<Subject> subject,
            MailboxSession session) {
        return Mono.fromCallable(
                () -> {
                    List<String> ids = new ArrayList<>();
                    thisMimeMessageId.ifPresent(id -> ids.add(id.getValue()));
                    inReplyTo.ifPresent(id -> ids.add(id.getValue()));
                    references.ifPresent(all -> all.forEach(id -> ids.add(id.getValue())));
                    UUID thread =
                            known(
                                    ThreadKeys.of(
                                            session.getUser().asString(),
                                            ids,
                                            subject.map(Subject::getValue).orElse("")));
                    return ThreadId.fromBaseMessageId(
                            thread == null ? messageId : new LetterId(thread));
                });
    }

    private @Nullable UUID known(List<Long> keys) {
        for (long key : keys) {
            UUID thread = index.thread(key);
            if (thread != null) {
                return thread;
            }
        }
        return null;
    }

    /** Looks through all mailboxes of the account; no mail client of ours asks this. */
    @Override
    public Flux<MessageId> getMessageIdsInThread(ThreadId threadId, MailboxSession session) {
        return Flux.defer(
                () -> {
                    Set<UUID> found = letters(threadId, session.getUser().asString());
                    return found.isEmpty()
                            ? Flux.error(new ThreadNotFoundException(threadId))
                            : Flux.fromIterable(found).map(LetterId::new);
                });
    }

    private Set<UUID> letters(ThreadId threadId, String user) {
        UUID thread = LetterId.of(threadId.getBaseMessageId());
        List<LetterRecord> letters = new ArrayList<>();
        index.boxes().stream()
                .filter(box -> box.path().user().equals(user))
                .forEach(
                        box ->
                                index.letters(box.id(), 1, Long.MAX_VALUE)
                                        .forEachRemaining(
                                                letter -> {
                                                    if (letter.thread().equals(thread)) {
                                                        letters.add(letter);
                                                    }
                                                }));
        Set<UUID> ids = new LinkedHashSet<>();
        letters.stream()
                .sorted(Comparator.comparingLong(LetterRecord::internalDate))
                .forEach(letter -> ids.add(letter.id()));
        return ids;
    }
}
