package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.config.toml.StationToml;
import org.mailstation.desktop.words.Words;

/** What is otherwise than it was, in sentences. What was not known then or now is no difference. */
final class Differences {
    private final Snapshot before;
    private final Snapshot now;
    private final Words words;
    private final List<String> found = new ArrayList<>();

    private Differences(Snapshot before, Snapshot now, Words words) {
        this.before = before;
        this.now = now;
        this.words = words;
    }

    static List<String> between(Snapshot before, Snapshot now, Words words) {
        Differences all = new Differences(before, now, words);
        all.settings();
        all.changed("report.changed.line", before.line(), now.line());
        all.changed("report.changed.home", before.home(), now.home());
        all.changed("report.changed.router", before.router(), now.router());
        all.ports();
        all.records();
        all.certificate(before.certificate(), now.certificate());
        all.changed("report.changed.daemon", before.daemon(), now.daemon());
        all.changed("report.changed.program", before.program(), now.program());
        return List.copyOf(all.found);
    }

    private void settings() {
        if (StationToml.read(before.toml())
                        instanceof Parsed.Valid<StationConfig>(StationConfig from)
                && StationToml.read(now.toml())
                        instanceof Parsed.Valid<StationConfig>(StationConfig to)) {
            ConfigDiff.between(from, to)
                    .forEach(change -> say("report.changed.setting", words.of(change.sentence())));
        }
    }

    private void changed(String key, String from, String to) {
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
            say(key, from, to);
        }
    }

    private void ports() {
        Map<Integer, Snapshot.Port> earlier = byKey(before.ports(), Snapshot.Port::external);
        for (Snapshot.Port port : now.ports()) {
            Snapshot.Port then = earlier.get(port.external());
            if (then != null && then.leadsHere() != port.leadsHere()) {
                say(
                        port.leadsHere() ? "report.changed.port-led" : "report.changed.port-lost",
                        String.valueOf(port.external()));
            }
        }
    }

    private void records() {
        Map<String, Snapshot.Published> earlier = byKey(before.records(), Differences::name);
        for (Snapshot.Published record : now.records()) {
            Snapshot.Published then = earlier.get(name(record));
            if (then != null && !then.values().equals(record.values())) {
                say("report.changed.record", name(record), values(then), values(record));
            }
        }
    }

    private static String name(Snapshot.Published record) {
        return record.name() + " " + record.type();
    }

    private String values(Snapshot.Published record) {
        return record.values().isEmpty()
                ? words.of("report.changed.nothing")
                : String.join(", ", record.values());
    }

    private void certificate(
            Snapshot.@Nullable Certificate from, Snapshot.@Nullable Certificate to) {
        if (from == null || to == null) {
            return;
        }
        if (from.own() != to.own()) {
            say(to.own() ? "report.changed.certificate-own" : "report.changed.certificate-signed");
        }
        if (!from.key().equals(to.key())) {
            say("report.changed.key");
        } else if (!from.until().equals(to.until())) {
            say("report.changed.until", words.day(from.until()), words.day(to.until()));
        }
    }

    private static <K, T> Map<K, T> byKey(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toMap(key, one -> one, (one, _) -> one));
    }

    private void say(String key, Object... args) {
        found.add(words.of(key, args));
    }
}
