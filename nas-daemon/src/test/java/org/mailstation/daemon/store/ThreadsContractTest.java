package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.CombinationManagerTestSystem;
import org.apache.james.mailbox.store.ThreadIdGuessingAlgorithmContract;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.model.MimeMessageId;
import org.apache.james.mailbox.store.mail.model.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** James's own demands on threads. */
class ThreadsContractTest extends ThreadIdGuessingAlgorithmContract {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreSystem system;

    @Override
    protected CombinationManagerTestSystem createTestingData() {
        try {
            system = StoreSystem.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        eventBus = system.events;
        messageIdFactory = system.store.messageIds();
        return system;
    }

    @Override
    protected ThreadIdGuessingAlgorithm initThreadIdGuessingAlgorithm(
            CombinationManagerTestSystem testingData) {
        return system.store.threads();
    }

    @Override
    protected MessageMapper createMessageMapper(MailboxSession session) {
        return system.store.mappers().createMessageMapper(session);
    }

    @Override
    protected MessageId initNewBasedMessageId() {
        return messageIdFactory.generate();
    }

    @Override
    protected MessageId initOtherBasedMessageId() {
        return messageIdFactory.generate();
    }

    /** Nothing to be done: the store remembers by itself. */
    @Override
    protected Flux<Void> saveThreadData(
            Username username,
            Set<MimeMessageId> mimeMessageIds,
            MessageId messageId,
            ThreadId threadId,
            Optional<Subject> baseSubject) {
        return Flux.empty();
    }

    @AfterEach
    void closeStore() throws IOException {
        system.close();
    }
}
