package org.mailstation.daemon.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.ProcessStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.box.PortOwner;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.FileState;
import org.mailstation.daemon.state.Revision;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;

/** Looks at the whole station and puts the findings together. */
public final class StatusReporter {
    private static final Path PROC_STATUS = Path.of("/proc/self/status");

    private final Applier applier;
    private final Services services;
    private final ConfigStore store;
    private final DataFolder data;
    private final Predicate<String> hasPassword;
    private final Supplier<@Nullable SigningStatus> signing;
    private final Supplier<List<Finding>> ddns;
    private final Supplier<List<Finding>> router;
    private final Supplier<List<Evidence>> waiting;
    private final Supplier<List<Finding>> watched;
    private final Box box;
    private final PortOwner owners;
    private final MemoryCheck memory;
    private final Clock clock;
    private final String version;
    private final Instant startedAt;

    /**
     * @param hasPassword whether somebody can sign in as this address
     * @param signing the keys of the station's signatures; {@code null}: they cannot be used
     * @param ddns what was last found of DDNS
     * @param router what is known of the router, without asking it
     * @param waiting why letters wait, as other servers said
     * @param watched what is known of the relay and of the files of the certificate, without asking
     * @param box what the NAS tells about itself
     * @param version of this program
     */
    public StatusReporter(
            Applier applier,
            Services services,
            ConfigStore store,
            DataFolder data,
            Predicate<String> hasPassword,
            Supplier<@Nullable SigningStatus> signing,
            Supplier<List<Finding>> ddns,
            Supplier<List<Finding>> router,
            Supplier<List<Evidence>> waiting,
            Supplier<List<Finding>> watched,
            Box box,
            Clock clock,
            String version) {
        this.applier = applier;
        this.services = services;
        this.store = store;
        this.data = data;
        this.hasPassword = hasPassword;
        this.signing = signing;
        this.ddns = ddns;
        this.router = router;
        this.waiting = waiting;
        this.watched = watched;
        this.box = box;
        this.owners = new PortOwner(box);
        this.memory = new MemoryCheck(box);
        this.clock = clock;
        this.version = version;
        this.startedAt = clock.instant();
    }

    /** Takes a few milliseconds: nothing is asked over the network. */
    public StationStatus report() {
        Revision running = applier.running();
        StationConfig config = running == null ? null : running.config();
        List<ListenerStatus> listeners = services.listeners();
        ProcessStatus process = ProcessFigures.read(PROC_STATUS, data.mail());
        SigningStatus keys = running == null ? null : signing.get();
        return new StationStatus(
                version,
                startedAt,
                running == null ? 0 : running.number(),
                config == null ? "" : config.hostName(),
                listeners,
                services.certificate(),
                keys,
                services.queue(),
                config == null ? 0 : config.accounts().size(),
                process,
                applier.probation(),
                findings(running, listeners, keys));
    }

    private List<Finding> findings(
            @Nullable Revision running,
            List<ListenerStatus> listeners,
            @Nullable SigningStatus keys) {
        Instant now = clock.instant();
        List<Finding> all = new ArrayList<>();
        all.add(ConfigurationCheck.check(running == null ? 0 : running.number(), file(), now));
        all.addAll(applier.findings());
        if (running == null) {
            return all;
        }
        StationConfig config = running.config();
        listeners.forEach(listener -> all.add(ListenerCheck.check(listener, owners, now)));
        CertificateStatus certificate = services.certificate();
        if (certificate != null) {
            all.add(CertificateCheck.check(certificate, now, ZoneId.systemDefault()));
            all.add(CertificateNameCheck.check(certificate, config.hostName(), now));
        }
        all.add(DiskCheck.check(Room.of(data.mail()), config.storage().reserveMegabytes(), now));
        RaidCheck.check(box, now).ifPresent(all::add);
        memory.check(now).ifPresent(all::add);
        all.add(QueueCheck.check(services.queue(), waiting.get(), now));
        all.addAll(watched.get());
        all.add(SigningCheck.check(keys, now));
        all.addAll(router.get());
        all.addAll(PasswordCheck.check(config.accounts(), hasPassword, now));
        all.addAll(ddns.get());
        return all;
    }

    private FileState file() {
        try {
            return store.fileState();
        } catch (IOException unreadable) {
            return new FileState.Unreadable(unreadable.toString());
        }
    }
}
