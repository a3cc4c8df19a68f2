package org.mailstation.daemon.store.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.mailbox.quota.MaxQuotaManager;
import org.apache.james.mailbox.store.quota.GenericMaxQuotaManagerTest;
import org.junit.jupiter.api.Test;

/** James's tests for limits, and what a configuration does to them. */
class RoomLimitsContractTest extends GenericMaxQuotaManagerTest {
    private final RoomLimits limits = new RoomLimits();

    @Override
    protected MaxQuotaManager provideMaxQuotaManager() {
        return limits;
    }

    @Test
    void a_new_configuration_replaces_the_limits_of_the_old_one() throws Exception {
        limits.use(Map.of("anna@home.test", 10L, "ben@home.test", 20L));
        limits.use(Map.of("anna@home.test", 15L));

        assertThat(limits.getMaxStorage(RoomLimits.root("anna@home.test")))
                .contains(QuotaSizeLimit.size(15));
        assertThat(limits.getMaxStorage(RoomLimits.root("ben@home.test"))).isEmpty();
    }
}
