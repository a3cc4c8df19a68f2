package org.mailstation.daemon.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.QueueRequest;

/** What those ask who look after the station, over the socket. */
class ControlHomeTest extends WithRig {
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
