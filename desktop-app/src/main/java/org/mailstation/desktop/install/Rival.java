package org.mailstation.desktop.install;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another mail server on the NAS.
 *
 * @param name as its owner knows it; empty: what it is cannot be seen
 * @param ports of mail that are taken now; none: it is switched on, but does not listen at the
 *     moment
 * @param stop what a person would type to stop it for good; empty: not known
 */
public record Rival(String name, List<Integer> ports, String stop) {
    /** Synology's packages that want the same ports, by their folders. */
    private static final Map<String, String> PACKAGES =
            new TreeMap<>(
                    Map.of(
                            "MailPlus-Server", "Synology MailPlus Server",
                            "MailServer", "Synology Mail Server"));

    /** Other mail servers, by the names of their processes. */
    private static final Map<String, Known> PROGRAMS =
            new TreeMap<>(
                    Map.of(
                            "master", new Known("Postfix", "postfix"),
                            "dovecot", new Known("Dovecot", "dovecot"),
                            "exim4", new Known("Exim", "exim4"),
                            "exim", new Known("Exim", "exim"),
                            "sendmail", new Known("Sendmail", "sendmail")));

    private record Known(String name, String service) {}

    public Rival {
        ports = List.copyOf(ports);
    }

    /**
     * Those that a NAS has. Whose port it is only its administrator sees: so the packages that are
     * switched on are named, else the mail programs that run.
     */
    static List<Rival> all(KeyValues said) {
        List<Integer> ports = words(said, "taken").stream().map(Integer::valueOf).sorted().toList();
        List<Rival> packages =
                words(said, "mail-packages").stream()
                        .filter(PACKAGES::containsKey)
                        .map(one -> new Rival(name(one), ports, "sudo synopkg stop " + one))
                        .toList();
        if (!packages.isEmpty() || ports.isEmpty()) {
            return packages;
        }
        boolean systemd = said.text("systemd").equals("yes");
        List<Rival> programs =
                words(said, "mail-programs").stream()
                        .filter(PROGRAMS::containsKey)
                        .map(Rival::known)
                        .map(one -> new Rival(one.name(), ports, stop(one.service(), systemd)))
                        .toList();
        return programs.isEmpty() ? List.of(new Rival("", ports, "")) : programs;
    }

    private static Known known(String process) {
        return PROGRAMS.getOrDefault(process, new Known(process, process));
    }

    private static String name(String folder) {
        return PACKAGES.getOrDefault(folder, folder);
    }

    private static String stop(String service, boolean systemd) {
        return systemd
                ? "sudo systemctl disable --now " + service
                : "sudo service " + service + " stop";
    }

    private static List<String> words(KeyValues said, String key) {
        return Arrays.stream(said.text(key).split("\\s+")).filter(it -> !it.isEmpty()).toList();
    }
}
