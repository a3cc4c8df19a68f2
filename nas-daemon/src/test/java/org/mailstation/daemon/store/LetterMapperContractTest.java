package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.store.mail.model.MapperProvider;
import org.apache.james.mailbox.store.mail.model.MessageMapperTest;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * James's contract, kept by our store. Four tests skip themselves: they want a keyword to leave the
 * applicable flags with the last letter that has it, while ours, like the contract's other choice,
 * keeps every keyword that was ever set in the mailbox.
 */
class LetterMapperContractTest extends MessageMapperTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected MapperProvider createMapperProvider() {
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
