package org.mailstation.desktop.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;

/** A remedy that this program can carry out itself. */
public sealed interface Fix {

    /** The NAS asks the router again to lead the ports to it. */
    record ForwardAgain() implements Fix {}

    /** The NAS looks for the line's address now, and tells the provider if it is another. */
    record TellProvider() implements Fix {}

    /** A setting gets another value. {@code field} as in {@link Remedy.ChangeSetting}. */
    record ChangeSetting(String field, String value) implements Fix {}

    /** What only a person can put right, and a look for the address would not. */
    Set<String> LOGIN = Set.of("ddns.no-secret", "ddns.refused");

    /**
     * The fix for a finding; empty if this program knows none.
     *
     * @param all that was found: a router that takes no wishes need not be asked for another
     */
    static Optional<Fix> of(Finding finding, List<Finding> all) {
        if (Health.of(List.of(finding)) == Health.FINE && finding.verdict() != Verdict.WARN) {
            return Optional.empty();
        }
        String check = finding.check();
        if (check.startsWith("forwarding")) {
            return Optional.of(new ForwardAgain());
        }
        boolean asked = all.stream().anyMatch(one -> one.check().startsWith("forwarding."));
        boolean wayIn =
                check.startsWith("reach:")
                        || check.startsWith("inbound")
                        || check.startsWith("rule:");
        if (wayIn && asked && finding.hop() == Hop.ROUTER) {
            return Optional.of(new ForwardAgain());
        }
        boolean told = all.stream().anyMatch(one -> one.check().startsWith("ddns."));
        boolean address = check.equals("dns.address") || check.startsWith("dns.address:");
        if (told && (check.startsWith("ddns.") || address)) {
            return byLogin(finding) ? Optional.empty() : Optional.of(new TellProvider());
        }
        return Optional.ofNullable(setting(finding.remedy()));
    }

    private static boolean byLogin(Finding finding) {
        String said = finding.sentence().key();
        return LOGIN.stream().anyMatch(said::startsWith) || said.equals("ddns.dsm");
    }

    private static @Nullable Fix setting(@Nullable Remedy remedy) {
        return remedy instanceof Remedy.ChangeSetting(var _, String field, String value)
                        && !value.isEmpty()
                        && SettingChange.knows(field)
                ? new ChangeSetting(field, value)
                : null;
    }

    /** What to look at afterwards, besides the finding itself. */
    default List<String> proof() {
        return switch (this) {
            case ForwardAgain _ -> List.of("forwarding", "router", "rule", "reach");
            case TellProvider _ -> List.of("ddns", "dns.address");
            case ChangeSetting _ -> List.of("listener", "outbound", "relay");
        };
    }
}
