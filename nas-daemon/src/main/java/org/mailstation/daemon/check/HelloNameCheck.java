package org.mailstation.daemon.check;

import java.util.List;
import org.mailstation.check.Published;
import org.mailstation.check.Scene;
import org.mailstation.config.Relay;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/** Is the name that the station introduces itself with one of the Internet (RFC 5321 2.3.5)? */
final class HelloNameCheck extends NasCheck {
    /** Names that are for the home only: RFC 6762 3, RFC 8375, RFC 6761 6. */
    private static final List<String> HOME_ONLY =
            List.of(
                    ".local",
                    ".lan",
                    ".home",
                    ".home.arpa",
                    ".localhost",
                    ".internal",
                    ".fritz.box");

    HelloNameCheck() {
        super("helo", Hop.DAEMON);
    }

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        String name = scene.config().hostName();
        if (!name.contains(".") || HOME_ONLY.stream().anyMatch(name::endsWith)) {
            return List.of(
                    seen(scene, "name in EHLO", name)
                            .fail(
                                    severity(scene),
                                    Text.of("helo.home-only", name),
                                    new Remedy.ChangeSetting(
                                            Text.of("helo.remedy"), "host-name", "")));
        }
        Published v4 = scene.names().ask(name, RecordType.A);
        Published v6 = scene.names().ask(name, RecordType.AAAA);
        Observation seen = seen(v4.replies().stream().map(scene::evidence).toList());
        if (has(v4) || has(v6)) {
            return List.of(seen.pass(Text.of("helo.ok", name)));
        }
        if (!(v4 instanceof Published.Same) || !(v6 instanceof Published.Same)) {
            return List.of(seen.unknown(Severity.INFORMATION, Text.of("helo.unknown", name)));
        }
        return List.of(seen.fail(severity(scene), Text.of("helo.nowhere", name), null));
    }

    private static boolean has(Published published) {
        return published instanceof Published.Same same && !same.values().isEmpty();
    }

    /** Behind a relay nobody hears the name but the relay. */
    private static Severity severity(Scene scene) {
        return scene.config().relay().use() == Relay.Use.ALWAYS
                ? Severity.INFORMATION
                : Severity.ERROR;
    }
}
