package org.mailstation.desktop.install;

import java.util.Arrays;
import java.util.List;
import org.mailstation.check.MailPrograms;

/**
 * Another mail server on the NAS.
 *
 * @param name as its owner knows it; empty: what it is cannot be seen
 * @param ports of mail that are taken now; none: it is switched on, but does not listen at the
 *     moment
 * @param stop what a person would type to stop it for good; empty: not known
 */
public record Rival(String name, List<Integer> ports, String stop) {
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
                        .filter(MailPrograms.PACKAGES::containsKey)
                        .map(one -> ofPackage(one, ports))
                        .toList();
        if (!packages.isEmpty() || ports.isEmpty()) {
            return packages;
        }
        boolean systemd = said.text("systemd").equals("yes");
        List<Rival> programs =
                words(said, "mail-programs").stream()
                        .filter(MailPrograms::has)
                        .map(one -> new Rival(MailPrograms.title(one), ports, stop(one, systemd)))
                        .toList();
        return programs.isEmpty() ? List.of(new Rival("", ports, "")) : programs;
    }

    private static Rival ofPackage(String id, List<Integer> ports) {
        String name = MailPrograms.PACKAGES.getOrDefault(id, id);
        return new Rival(name, ports, MailPrograms.stopPackage(id));
    }

    private static String stop(String process, boolean systemd) {
        return systemd
                ? MailPrograms.stopBySystemd(process)
                : "sudo service " + MailPrograms.service(process) + " stop";
    }

    private static List<String> words(KeyValues said, String key) {
        return Arrays.stream(said.text(key).split("\\s+")).filter(it -> !it.isEmpty()).toList();
    }
}
