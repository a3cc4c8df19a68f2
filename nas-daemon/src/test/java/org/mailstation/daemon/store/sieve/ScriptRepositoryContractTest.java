package org.mailstation.daemon.store.sieve;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.sieverepository.lib.SieveRepositoryContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ScriptRepositoryContractTest implements SieveRepositoryContract {
    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private SieveRepository scripts;

    @BeforeEach
    void open() {
        scripts = new ScriptRepository(folder.resolve("sieve"), Clock.systemUTC());
    }

    @Override
    public SieveRepository sieveRepository() {
        return scripts;
    }
}
