package org.mailstation.desktop.install;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** What a person should know of a NAS before anything is sent to it. */
public final class Hurdles {
    /** What the daemon takes at rest, and again as much for its work. */
    private static final long MEMORY = 300_000_000;

    /** Program, the version before beside it, and some letters. */
    private static final long ROOM = 1_000_000_000;

    private static final int MEGABYTE = 1_000_000;

    private Hurdles() {}

    /**
     * All of them, the gravest first.
     *
     * @param ownVersion what this assistant would install
     */
    public static List<Finding> of(NasInfo nas, String ownVersion) {
        Conditions here = nas.conditions();
        List<Finding> found = new ArrayList<>();
        Finding version = version(nas, ownVersion);
        if (version != null) {
            found.add(version);
        }
        if (here.lowPorts() == LowPorts.NONE) {
            found.add(
                    note(
                            "low-ports",
                            Text.of("before.low-ports"),
                            Text.of("before.low-ports.next")));
        } else {
            here.rivals().forEach(rival -> found.add(rival(rival)));
        }
        found.addAll(resources(nas));
        switch (here.sleep()) {
            case WHOLE ->
                    found.add(
                            warning(
                                    "sleep",
                                    Text.of("before.sleeps"),
                                    Text.of("before.sleeps.next")));
            case DISKS ->
                    found.add(note("sleep", Text.of("before.disks"), Text.of("before.disks.next")));
            case NOTHING_KNOWN -> {}
        }
        return found;
    }

    /** Who has to bring another version, and whether one is needed. */
    private static @Nullable Finding version(NasInfo nas, String own) {
        String there = nas.installedVersion();
        if (!nas.installed()) {
            return null;
        }
        boolean newer = new ReleaseName(there).isNewerThan(own);
        if (newer) {
            return warning(
                    "version", Text.of("before.newer", there, own), Text.of("before.newer.next"));
        }
        if (!nas.packaged()) {
            return null;
        }
        boolean dsm = nas.conditions().owner() == Owner.PACKAGE_CENTRE;
        if (there.equals(own)) {
            return new Finding(
                    "before.version",
                    Hop.NAS,
                    Verdict.PASS,
                    Severity.INFORMATION,
                    Text.of(dsm ? "before.spk" : "before.deb", there),
                    List.of(),
                    null);
        }
        Remedy next =
                dsm
                        ? new Remedy.RunOnNas(
                                Text.of("before.spk.next", own, nas.architecture()), "")
                        : new Remedy.RunOnNas(
                                Text.of("before.deb.next"),
                                "sudo apt install ./" + debianFile(nas, own));
        return finding(
                "version",
                Severity.ERROR,
                Text.of(dsm ? "before.spk.old" : "before.deb.old", there, own),
                next);
    }

    /** As the package is called; processors have other names in Debian. */
    private static String debianFile(NasInfo nas, String version) {
        String processor =
                switch (nas.architecture()) {
                    case "x86_64", "amd64" -> "amd64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> nas.architecture();
                };
        return "mailstation_" + version + "_" + processor + ".deb";
    }

    private static Finding rival(Rival rival) {
        String ports =
                rival.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Text sentence =
                rival.ports().isEmpty()
                        ? Text.of("before.rival.asleep", rival.name())
                        : rival.name().isEmpty()
                                ? Text.of("before.rival.unknown", ports)
                                : Text.of("before.rival", rival.name(), ports);
        Text next =
                rival.stop().isEmpty()
                        ? Text.of("before.rival.unknown.next")
                        : Text.of(
                                rival.stop().contains("synopkg")
                                        ? "before.rival.package.next"
                                        : "before.rival.next",
                                rival.name());
        return finding("rival", Severity.ERROR, sentence, new Remedy.RunOnNas(next, rival.stop()));
    }

    private static List<Finding> resources(NasInfo nas) {
        long memory = nas.conditions().freeMemory();
        long room = nas.freeBytes();
        // a daemon that runs has its memory already
        boolean little = !nas.installed() && memory >= 0 && memory < MEMORY;
        return Stream.of(
                        little
                                ? warning(
                                        "memory",
                                        Text.of(
                                                "before.memory",
                                                memory / MEGABYTE,
                                                MEMORY / MEGABYTE),
                                        Text.of("before.memory.next"))
                                : null,
                        room >= 0 && room < ROOM
                                ? warning(
                                        "room",
                                        Text.of("before.room", room / MEGABYTE),
                                        Text.of("before.room.next"))
                                : null)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Finding warning(String check, Text sentence, Text next) {
        return finding(check, Severity.WARNING, sentence, new Remedy.RunOnNas(next, ""));
    }

    private static Finding note(String check, Text sentence, Text next) {
        return finding(check, Severity.INFORMATION, sentence, new Remedy.RunOnNas(next, ""));
    }

    private static Finding finding(String check, Severity severity, Text sentence, Remedy next) {
        Verdict verdict = severity == Severity.ERROR ? Verdict.FAIL : Verdict.WARN;
        return new Finding(
                "before." + check, Hop.NAS, verdict, severity, sentence, List.of(), next);
    }
}
