package org.mailstation.daemon.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.Watched;

/** What a test lets those hear who look after the station. */
public final class FakeHome implements HomeDesk {
    public final List<QueueRequest> asked = new ArrayList<>();
    public WaitingLetters waiting = new WaitingLetters(List.of(), 3, true);
    final Mailboxes mailboxes =
            new Mailboxes(
                    List.of(
                            new Mailboxes.Mailbox(
                                    "anna@example.org", "Anna", true, 12, 0, true, Instant.EPOCH)));
    final History history = new History(List.of());

    @Override
    public Watched watched() {
        return new Watched("anna@example.org", null, List.of(), List.of());
    }

    @Override
    public WaitingLetters queue(QueueRequest request) {
        asked.add(request);
        return waiting;
    }

    @Override
    public Mailboxes mailboxes() {
        return mailboxes;
    }

    @Override
    public History history() {
        return history;
    }
}
