package org.mailstation.daemon;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Progress;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.control.HomeDesk;
import org.mailstation.daemon.mail.MailServer;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.KeptHistory;
import org.mailstation.daemon.state.Revision;

/** What is asked by those who look after a station that runs. */
final class HomeParts {
    private HomeParts() {}

    static HomeDesk desk(MailServer server, Applier applier, ConfigStore store, WatchParts watch) {
        return new HomeDesk() {
            @Override
            public WaitingLetters queue(QueueRequest request) {
                return server.home().queue(request);
            }

            @Override
            public Mailboxes mailboxes() {
                Revision running = applier.running();
                return server.home()
                        .mailboxes(
                                running == null ? List.of() : running.config().accounts(),
                                server.passwords()::has);
            }

            @Override
            public Watched watched() {
                return watch.watched();
            }

            @Override
            public WatchAnswer watch(WatchRequest request, Consumer<Progress> progress)
                    throws InterruptedException {
                return watch.answer(request, progress);
            }

            @Override
            public History history() throws IOException {
                Revision running = applier.running();
                return KeptHistory.of(
                        store, StationToml::read, running == null ? 0 : running.number());
            }
        };
    }
}
