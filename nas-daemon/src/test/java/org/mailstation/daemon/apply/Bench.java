package org.mailstation.daemon.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.Progress;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.state.ConfigStore;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.TinyConfigs;
import org.mailstation.finding.Finding;

/** An applier over a real folder, with services, time and self-check in the test's hands. */
public final class Bench {
    public final DataFolder data;
    public final HandTimer time = new HandTimer();
    public final List<StationEvent> events = new ArrayList<>();
    public final List<Progress> progress = new ArrayList<>();

    /** What the self-check finds. */
    public final List<Finding> selfCheck = new ArrayList<>();

    public FakeServices services = new FakeServices();
    public ConfigStore store;
    public Applier applier;

    private final Function<String, Parsed<StationConfig>> reader;

    public Bench(Path folder) throws IOException {
        this(folder, TinyConfigs::read);
    }

    public Bench(Path folder, Function<String, Parsed<StationConfig>> reader) throws IOException {
        this.reader = reader;
        data = new DataFolder(folder.resolve("station"));
        data.create();
        store = newStore();
        applier = newApplier();
        applier.start();
    }

    /** The process ends, however, and begins again on the same folder. */
    public void restart() throws IOException {
        applier.close();
        services = new FakeServices();
        store = newStore();
        applier = newApplier();
        applier.start();
    }

    private ConfigStore newStore() {
        return new ConfigStore(data, reader, time);
    }

    private Applier newApplier() {
        return new Applier(
                store, services, reader, (_, _) -> List.copyOf(selfCheck), time, time, events::add);
    }

    public ApplyOutcome apply(String toml, int base, int probationSeconds) {
        return applier.apply(new ApplyRequest(toml, base, probationSeconds), progress::add);
    }

    public int revision() {
        var running = applier.running();
        return running == null ? 0 : running.number();
    }
}
