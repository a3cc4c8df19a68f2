package org.mailstation.daemon.ddns;

import java.net.Inet6Address;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Secret;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.update.Outcome;
import org.mailstation.finding.Finding;
import org.mailstation.line.LineAddress;

/** An updater whose line, provider and time are the test's. */
abstract class DdnsBench {
    static final String HOST = "a.ddns.example";
    static final Duration ONE = DdnsUpdater.PERIOD;

    @TempDir Path folder;
    final HandTimer time = new HandTimer();
    final List<String> told = new ArrayList<>();
    final Deque<Outcome> answers = new ArrayDeque<>();
    @Nullable DdnsSettings settings = settings("s3cret");
    LineAddress.Look line = Lines.look(Lines.router("44.128.0.77"));
    @Nullable Inet6Address six;
    boolean sixIsOpen = true;
    boolean broken;
    DdnsUpdater updater;

    @BeforeEach
    void start() {
        updater = newUpdater();
    }

    static DdnsSettings settings(String secret) {
        return new DdnsSettings(
                Objects.requireNonNull(Catalogue.ours().find("noip")),
                HOST,
                "me",
                "",
                secret.isEmpty() ? null : new Secret(secret),
                "example.org");
    }

    DdnsUpdater newUpdater() {
        DdnsUpdater fresh =
                new DdnsUpdater(
                        () -> settings,
                        this::look,
                        only -> only || sixIsOpen ? six : null,
                        _ ->
                                update -> {
                                    told.add(update.addresses());
                                    return answers.isEmpty()
                                            ? new Outcome.Updated(update.addresses())
                                            : answers.remove();
                                },
                        folder.resolve("ddns.json"),
                        new DsmDdns(folder.resolve("dsm.conf")),
                        time,
                        time);
        fresh.start();
        time.goOn(Duration.ZERO);
        return fresh;
    }

    LineAddress.Look look() {
        if (broken) {
            throw new IllegalStateException("as if there were a fault");
        }
        return line;
    }

    void moveTo(String address) {
        line = Lines.look(Lines.router(address));
    }

    void pass(Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(ONE)) {
            this.time.goOn(ONE);
        }
    }

    Finding finding(String check) {
        return updater.findings().stream()
                .filter(one -> one.check().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
