package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageMoveTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class LetterMoveContractTest extends MessageMoveTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected MapperProvider createMapperProvider() {
        provider = new StoreMapperProvider(folder);
        return provider;
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
