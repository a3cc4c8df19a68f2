package org.mailstation.desktop.surroundings;

import java.net.InetAddress;
import java.util.function.UnaryOperator;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.router.Entry;
import org.mailstation.router.Mapping;
import org.mailstation.router.RouterAnswer;
import org.mailstation.text.Text;

/**
 * Judges where one port of the router leads.
 *
 * @param home of the NAS
 * @param page of the router
 * @param names of devices by their address
 */
record RuleVerdict(
        Observation seen,
        Service service,
        Port port,
        InetAddress home,
        String page,
        UnaryOperator<String> names) {

    Finding of(RouterAnswer<Entry> answer) {
        return switch (answer) {
            case RouterAnswer.Given<Entry>(Entry.Leads(Mapping mapping)) -> leads(mapping);
            case RouterAnswer.Given<Entry> _ ->
                    seen.unknown(Severity.INFORMATION, text("rule.not-listed"));
            case RouterAnswer.Refused<Entry> _,
                    RouterAnswer.Silent<Entry> _,
                    RouterAnswer.Garbled<Entry> _ ->
                    seen.unknown(Severity.INFORMATION, text("rule.untold"));
        };
    }

    private Finding leads(Mapping mapping) {
        if (!mapping.client().equals(home.getHostAddress())) {
            return seen.fail(
                    Severity.CRITICAL,
                    text("rule.other-device", device(mapping), home.getHostAddress()),
                    free());
        }
        if (port.number() != 0 && mapping.internal() != port.number()) {
            return seen.fail(
                    Severity.CRITICAL,
                    text("rule.other-port", mapping.internal(), port.number()),
                    free());
        }
        return mapping.enabled()
                ? seen.pass(text("rule.ok"))
                : seen.fail(Severity.CRITICAL, text("rule.off"), free());
    }

    private String device(Mapping mapping) {
        String name = names.apply(mapping.client());
        String called = name.isEmpty() ? mapping.description() : name;
        return called.isEmpty() ? mapping.client() : mapping.client() + " (" + called + ")";
    }

    private Remedy free() {
        return new Remedy.RouterStep(
                Text.of("rule.other-device.remedy", String.valueOf(port.external()), page));
    }

    private Text text(String key, Object... more) {
        Object[] args = new Object[more.length + 2];
        args[0] = service.key();
        args[1] = String.valueOf(port.external());
        for (int i = 0; i < more.length; i++) {
            args[i + 2] = String.valueOf(more[i]);
        }
        return Text.of(key, args);
    }
}
