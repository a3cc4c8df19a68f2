package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.james.mailbox.store.user.SubscriptionMapper;
import org.apache.james.mailbox.store.user.SubscriptionMapperTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** James's contract, kept by our store. */
class SubscriptionsContractTest extends SubscriptionMapperTest {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private StoreMapperProvider provider;

    @Override
    protected SubscriptionMapper createSubscriptionMapper() {
        provider = new StoreMapperProvider(folder);
        return provider.store().mappers().createSubscriptionMapper(StoreMapperProvider.SESSION);
    }

    @AfterEach
    void closeStore() throws IOException {
        provider.close();
    }
}
