package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.AnnotationMapper;
import org.apache.james.mailbox.store.mail.model.AnnotationMapperTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class AnnotationsContractTest extends AnnotationMapperTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected AnnotationMapper createAnnotationMapper() {
        provider = new StoreMapperProvider(folder);
        return provider.store().mappers().createAnnotationMapper(StoreMapperProvider.SESSION);
    }

    @Override
    protected MailboxId generateMailboxId() {
        return provider.generateId();
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
