package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageIdMapperTest;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class LetterIdMapperContractTest extends MessageIdMapperTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected MapperProvider provideMapper() {
        provider = new StoreMapperProvider(folder);
        return provider;
    }

    @Override
    protected UpdatableTickingClock updatableTickingClock() {
        return provider.clock();
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
