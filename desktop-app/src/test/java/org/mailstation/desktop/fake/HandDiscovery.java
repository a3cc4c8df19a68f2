package org.mailstation.desktop.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mailstation.desktop.discovery.Channel;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.discovery.Kind;
import org.mailstation.desktop.discovery.SshAnswer;
import org.mailstation.text.Text;

/** Searches that know what the test tells them, when it tells them. */
public final class HandDiscovery implements Discovery {
    public static final Found DISK_STATION =
            found(0, Kind.SYNOLOGY, "DiskStation", "DS920+", "DSM 7.2.1-69057", "192.168.1.10");

    public static final Found RASPBERRY = found(1, Kind.LINUX, "raspberry", "", "", "192.168.1.23");

    /** Every search so far, the newest last. */
    public final List<Search> searches = new ArrayList<>();

    /** One of them. */
    public static final class Search implements Running {
        private final Consumer<Discovered> onChange;
        private final CompletableFuture<Discovered> done = new CompletableFuture<>();
        public boolean cancelled;

        private Search(Consumer<Discovered> onChange) {
            this.onChange = onChange;
        }

        /** These have answered by now. */
        public void tell(Found... found) {
            onChange.accept(new Discovered(List.of(found), List.of(), false));
        }

        /** Nothing more comes. */
        public void end(ChannelAnswer answer, Found... found) {
            done.complete(
                    new Discovered(
                            List.of(found),
                            List.of(
                                    new ChannelReport(Channel.FINDER, answer),
                                    new ChannelReport(Channel.MDNS, answer)),
                            true));
        }

        /** It breaks by a surprise. */
        public void fail() {
            done.completeExceptionally(new IllegalStateException("?"));
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public CompletableFuture<Discovered> done() {
            return done;
        }
    }

    @Override
    public Running start(Consumer<Discovered> onChange) {
        Search search = new Search(onChange);
        searches.add(search);
        return search;
    }

    public Search newest() {
        return searches.getLast();
    }

    public static ChannelAnswer noNetwork() {
        return new ChannelAnswer.CouldNotAsk(Text.of("discover.could-not-ask.no-network"));
    }

    public static Found found(
            int number, Kind kind, String name, String model, String system, String address) {
        return new Found(
                number,
                kind,
                name,
                model,
                system,
                "",
                List.of(),
                List.of(address),
                new SshAnswer.Answers(22, "OpenSSH_8.2"),
                List.of(Channel.MDNS));
    }
}
