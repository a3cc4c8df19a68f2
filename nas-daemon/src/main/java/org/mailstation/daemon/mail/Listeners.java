package org.mailstation.daemon.mail;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.box.PortHolder;
import org.mailstation.daemon.mail.net.EventLoops;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.metrics.Report;
import org.mailstation.text.Text;

/** The eight listeners. Only those whose port changes are touched. */
final class Listeners implements AutoCloseable {
    private record Slot(Port port, @Nullable Listener listener, String error) {}

    private final Function<Service, Listener.Protocol> protocols;
    private final EventLoops loops;
    private final PortHolder holders = new PortHolder(Path.of("/proc"));
    private final Map<Service, Slot> slots = new EnumMap<>(Service.class);

    Listeners(Function<Service, Listener.Protocol> protocols, EventLoops loops) {
        this.protocols = protocols;
        this.loops = loops;
    }

    /**
     * Closes first what is not wanted any more, so that a port can move from one service to
     * another; then opens the rest.
     *
     * @return one problem for each port that could not be had
     */
    synchronized List<Problem> switchTo(Ports ports, Consumer<Text> progress) {
        for (Service service : Service.values()) {
            Slot slot = slots.get(service);
            if (slot != null && slot.listener() != null && !stays(slot, ports.of(service))) {
                progress.accept(Text.of("mail.stopping", service.key()));
                slot.listener().close();
                slots.remove(service);
            }
        }
        List<Problem> problems = new ArrayList<>();
        for (Service service : Service.values()) {
            Port wanted = ports.of(service);
            Slot slot = slots.get(service);
            if (slot != null && slot.listener() != null) {
                slots.put(service, new Slot(wanted, slot.listener(), ""));
            } else if (wanted.open() == Port.Open.OFF) {
                slots.put(service, new Slot(wanted, null, ""));
            } else {
                progress.accept(Text.of("mail.starting", service.key()));
                open(service, wanted).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static boolean stays(Slot slot, Port wanted) {
        return wanted.open() != Port.Open.OFF && wanted.number() == slot.port().number();
    }

    private Optional<Problem> open(Service service, Port port) {
        try {
            Listener listener = Listener.bind(port.number(), protocols.apply(service), loops);
            slots.put(service, new Slot(port, listener, ""));
            return Optional.empty();
        } catch (IOException e) {
            slots.put(service, new Slot(port, null, String.valueOf(e.getMessage())));
            return Optional.of(
                    new Problem("ports." + service.key() + ".port", 0, reason(port.number(), e)));
        }
    }

    private Text reason(int port, IOException e) {
        String words = String.valueOf(e.getMessage());
        if (words.contains("ermission denied")) {
            return Text.of("mail.port-not-allowed", port);
        }
        if (e.getCause() instanceof BindException || words.contains("in use")) {
            return holders.of(port)
                    .map(holder -> Text.of("mail.port-taken-by", port, holder.name(), holder.pid()))
                    .orElseGet(() -> Text.of("mail.port-taken", port));
        }
        return Text.of("mail.port-failed", port, words);
    }

    synchronized List<ListenerStatus> status() {
        return Arrays.stream(Service.values()).map(this::status).toList();
    }

    /** Who comes in, by service. */
    synchronized Map<Service, Report.Doorway> doorways() {
        Map<Service, Report.Doorway> all = new EnumMap<>(Service.class);
        slots.forEach(
                (service, slot) -> {
                    if (slot.listener() != null) {
                        all.put(service, slot.listener().doorway());
                    }
                });
        return all;
    }

    private ListenerStatus status(Service service) {
        Slot slot = slots.get(service);
        if (slot == null) {
            return new ListenerStatus(service, Port.Open.OFF, 0, 0, "");
        }
        Listener listener = slot.listener();
        int bound = listener == null ? 0 : listener.port();
        return new ListenerStatus(
                service, slot.port().open(), slot.port().number(), bound, slot.error());
    }

    @Override
    public synchronized void close() {
        for (Slot slot : slots.values()) {
            if (slot.listener() != null) {
                slot.listener().close();
            }
        }
        slots.clear();
    }
}
