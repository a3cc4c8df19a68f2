package org.mailstation.daemon.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.text.Text;

/**
 * Services that only remember what they were switched to. Every one listens on port 1000 and above.
 */
public final class FakeServices implements Services {
    /** Host names in the order of the switches; one that listens nowhere has a minus in front. */
    public final List<String> switches = new ArrayList<>();

    /** A configuration that this accepts does not come up. */
    public Predicate<StationConfig> refuses = _ -> false;

    /** What happens in the middle of a switch. */
    public Runnable during = () -> {};

    public boolean closed;
    private @Nullable StationConfig config;

    @Override
    public void switchTo(StationConfig next, Consumer<Text> progress) throws ServicesException {
        progress.accept(Text.of("mail.addresses"));
        during.run();
        boolean nowhere = next.ports().of(Service.SMTP).open() == Port.Open.OFF;
        switches.add((nowhere ? "-" : "") + next.hostName());
        config = next;
        if (refuses.test(next)) {
            throw new ServicesException(
                    List.of(new Problem("ports.smtp.port", 0, Text.of("test.port-taken"))));
        }
    }

    public String runs() {
        return switches.isEmpty() ? "" : switches.getLast();
    }

    @Override
    public List<ListenerStatus> listeners() {
        StationConfig now = config;
        return Arrays.stream(Service.values()).map(service -> listener(now, service)).toList();
    }

    private static ListenerStatus listener(@Nullable StationConfig now, Service service) {
        Port.Open open = now == null ? Port.Open.OFF : now.ports().of(service).open();
        int bound = open == Port.Open.OFF ? 0 : 1000 + service.ordinal();
        return new ListenerStatus(service, open, service.standardPort(), bound, "");
    }

    @Override
    public QueueStatus queue() {
        return new QueueStatus(0, null);
    }

    @Override
    public @Nullable CertificateStatus certificate() {
        return null;
    }

    @Override
    public void close() {
        closed = true;
    }
}
