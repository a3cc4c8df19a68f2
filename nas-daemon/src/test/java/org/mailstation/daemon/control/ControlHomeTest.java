package org.mailstation.daemon.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.QueueRequest;
import org.mailstation.daemon.state.TinyConfigs;

/** What those ask who look after the station, over the socket. */
class ControlHomeTest {
    @TempDir Path folder;

    private Rig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder, TinyConfigs::read);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void queue_mailboxes_and_history_travel_as_they_are() throws Exception {
        QueueRequest now = new QueueRequest(QueueRequest.Wanted.TRY_NOW, "7");
        try (ControlConnection.Client client = rig.client(new Rig.Ear())) {
            assertThat(get(client.station().queue(now))).isEqualTo(rig.home.waiting);
            assertThat(get(client.station().mailboxes())).isEqualTo(rig.home.mailboxes);
            assertThat(get(client.station().history())).isEqualTo(rig.home.history);
        }
        assertThat(rig.home.asked).containsExactly(now);
    }
}
