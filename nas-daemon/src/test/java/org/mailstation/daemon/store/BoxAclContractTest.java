package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.store.mail.MailboxMapper;
import org.apache.james.mailbox.store.mail.model.MailboxMapperACLTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class BoxAclContractTest extends MailboxMapperACLTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected MailboxMapper createMailboxMapper() {
        provider = new StoreMapperProvider(folder);
        return provider.createMailboxMapper();
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
