package org.mailstation.daemon.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.state.TinyConfigs;

/** A daemon's control side for each test. */
abstract class WithRig {
    @TempDir Path folder;
    final Rig.Ear ear = new Rig.Ear();
    Rig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder, TinyConfigs::read);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }
}
