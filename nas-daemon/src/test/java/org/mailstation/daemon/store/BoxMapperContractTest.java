package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMapperTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class BoxMapperContractTest extends MailboxMapperTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected MailboxMapper createMailboxMapper() {
        provider = new StoreMapperProvider(folder);
        return provider.createMailboxMapper();
    }

    @Override
    protected MailboxId generateId() {
        return provider.generateId();
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
