package org.mailstation.desktop.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.TakenPort;
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

    /** The running settings are brought into use once more: what is closed is opened again. */
    record OpenAgain() implements Fix {}

    /** The same where the file on the NAS was changed by somebody else. */
    record PushAgain() implements Fix {}

    /** A certificate is fetched now. */
    record Renew() implements Fix {}

    /** Letters that wait are tried now. */
    record TryLetters() implements Fix {}

    /** A setting gets another value. {@code field} as in {@link Remedy.ChangeSetting}. */
    record ChangeSetting(String field, String value) implements Fix {}

    /** What holds a port of the station is stopped, and the port opened. */
    record FreePort(int port, TakenPort.Holder holder) implements Fix {}

    /** The mail service is started. */
    record StartService() implements Fix {}

    /** What must be known to choose a fix for a finding, and what may become worse by one. */
    List<String> CONTEXT =
            List.of(
                    "forwarding",
                    "router",
                    "rule",
                    "reach",
                    "ddns",
                    "dns.address",
                    "listener",
                    "home",
                    "certificate",
                    "configuration",
                    "queue",
                    "outbound",
                    "relay");

    /** What only a person can put right, and a look for the address would not. */
    Set<String> LOGIN = Set.of("ddns.no-secret", "ddns.refused");

    /** What another try can cure; where another program has the port, it cannot. */
    Set<String> NOT_IN_USE = Set.of("listener.down", "certificate.disk.old");

    /** Somebody changed the file, and what runs is known to be good. */
    Set<String> DRIFTED =
            Set.of("configuration.edited", "configuration.broken", "configuration.unreadable");

    /**
     * The fix for a finding; empty if this program knows none.
     *
     * @param all that was found: a router that takes no wishes need not be asked for another
     */
    static Optional<Fix> of(Finding finding, List<Finding> all) {
        if (Health.of(List.of(finding)) == Health.FINE && finding.verdict() != Verdict.WARN) {
            return Optional.empty();
        }
        Fix ofTheWay = ofTheWay(finding, all);
        if (ofTheWay != null) {
            return Optional.of(ofTheWay);
        }
        boolean told = all.stream().anyMatch(one -> one.check().startsWith("ddns."));
        String check = finding.check();
        boolean address = check.equals("dns.address") || check.startsWith("dns.address:");
        if (told && (check.startsWith("ddns.") || address)) {
            return byLogin(finding) ? Optional.empty() : Optional.of(new TellProvider());
        }
        Fix ofTheStation = ofTheStation(finding, all);
        return Optional.ofNullable(ofTheStation == null ? setting(finding.remedy()) : ofTheStation);
    }

    private static @Nullable Fix ofTheWay(Finding finding, List<Finding> all) {
        String check = finding.check();
        if (check.startsWith("forwarding")) {
            return new ForwardAgain();
        }
        boolean asked = all.stream().anyMatch(one -> one.check().startsWith("forwarding."));
        boolean wayIn =
                check.startsWith("reach:")
                        || check.startsWith("inbound")
                        || check.startsWith("rule:");
        return wayIn && asked && finding.hop() == Hop.ROUTER ? new ForwardAgain() : null;
    }

    private static @Nullable Fix ofTheStation(Finding finding, List<Finding> all) {
        String check = finding.check();
        String said = finding.sentence().key();
        if (NOT_IN_USE.contains(said)) {
            return new OpenAgain();
        }
        if (said.equals("daemon.stopped")) {
            return new StartService();
        }
        Optional<TakenPort.Ending> taken = TakenPort.ending(finding);
        if (taken.isPresent()) {
            return new FreePort(taken.get().port(), taken.get().holder());
        }
        if (DRIFTED.contains(said)) {
            return new PushAgain();
        }
        boolean fetched = all.stream().anyMatch(one -> one.check().equals("certificate.fetching"));
        if (fetched && (check.equals("certificate") || check.equals("certificate.fetching"))) {
            return new Renew();
        }
        return check.equals("queue") ? new TryLetters() : null;
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
            case OpenAgain _ -> List.of("listener", "home", "certificate", "configuration");
            case PushAgain _ -> List.of("configuration", "listener");
            case FreePort _ -> List.of("listener", "home", "configuration");
            case StartService _ -> List.of("daemon", "listener");
            case Renew _ -> List.of("certificate");
            case TryLetters _ -> List.of("queue", "outbound", "relay");
            case ChangeSetting _ -> List.of("listener", "outbound", "relay");
        };
    }

    /**
     * Whether what it did can be undone; where it cannot, {@link FixWords#back} says why. A setting
     * that runs already, or a port that stood already, leaves nothing to undo either way.
     */
    default boolean canBeTakenBack() {
        return switch (this) {
            case ForwardAgain _, TellProvider _, ChangeSetting _ -> true;
            case OpenAgain _, PushAgain _, Renew _, TryLetters _, FreePort _, StartService _ ->
                    false;
        };
    }
}
