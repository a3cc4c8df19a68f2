package org.mailstation.daemon.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Language;
import org.mailstation.config.Notifications;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.WatchRequest.Wanted;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** A station that is watched, with a clock that goes on when the test says so. */
abstract class WatchBench {
    static final Finding FINE = seen("ddns.update").pass(Text.of("ddns.none"));
    static final Finding BAD = failed("ddns.update", "password.missing", "anna@a.example");
    static final Finding RELAY = failed("relay.last", "relay.login", "relay.example");

    static final Duration USUAL = Duration.ofHours(6);

    record Sent(String to, String subject, String text) {}

    @TempDir Path folder;
    final HandTimer time = new HandTimer();
    final List<Sent> sent = new ArrayList<>();
    final List<Finding> now = new ArrayList<>(List.of(FINE));
    final StandIn examining = new StandIn();
    String address = "anna@a.example";
    Language language = Language.EN;
    boolean on = true;
    boolean diskFull;

    @SuppressWarnings("NullAway.Init") // made before each test
    SelfWatch watch;

    @SuppressWarnings("NullAway.Init") // made before each test
    WholeLook whole;

    @BeforeEach
    void begin() {
        start();
        twice();
    }

    void start() {
        whole = new WholeLook(examining, () -> now, () -> on ? USUAL : null, time, time);
        whole.start();
        watch =
                new SelfWatch(
                        () -> now,
                        whole,
                        () -> new SelfWatch.Owner("mail.a.example", wanted()),
                        this::post,
                        folder.resolve("watched.json"),
                        time,
                        time);
        watch.start();
    }

    Notifications wanted() {
        return Notifications.to(address, language).looking(on, "6h");
    }

    void post(String to, String subject, String text) throws IOException {
        if (diskFull) {
            throw new IOException("no room");
        }
        sent.add(new Sent(to, subject, text));
    }

    static Observation seen(String check) {
        return new Observation(check, Hop.DAEMON, List.of());
    }

    static Finding failed(String check, String key, String argument) {
        return seen(check).fail(Severity.ERROR, Text.of(key, argument), null);
    }

    void see(Finding... findings) {
        now.clear();
        now.addAll(List.of(findings));
        twice();
    }

    void twice() {
        time.goOn(SelfWatch.PERIOD);
        time.goOn(Damper.CONFIRM);
    }

    List<WatchNote> notes() {
        return watch.watched().notes();
    }

    WatchAnswer have(Wanted wanted) {
        try {
            return watch.answer(new WatchRequest(wanted), _ -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
