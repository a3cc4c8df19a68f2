package org.mailstation.daemon.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Progress;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.text.Text;

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

    public final List<WatchRequest> watching = new ArrayList<>();
    public Watched watched =
            new Watched(true, "6h", "anna@example.org", null, null, List.of(), List.of(), null);
    public Text answer = Text.of("watch.looked");

    /** Why nothing is done; {@code null}: it is. */
    public @Nullable Text because;

    @Override
    public Watched watched() {
        return watched;
    }

    @Override
    public WatchAnswer watch(WatchRequest request, Consumer<Progress> progress) {
        watching.add(request);
        progress.accept(new Progress(50, Text.of("check.progress", "dns.mx")));
        return new WatchAnswer(watched, because == null, answer, because);
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
