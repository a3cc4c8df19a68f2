package org.mailstation.daemon.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.check.Scene;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** May people sign in to the NAS over SSH with a mere password? Most may; keys are safer. */
final class SshCheck extends NasCheck {
    private static final String FILE = "etc/ssh/sshd_config";

    private final Box box;

    SshCheck(Box box) {
        super("ssh", Hop.NAS);
        this.box = box;
    }

    @Override
    public List<Finding> look(Scene scene) {
        Optional<String> file = box.text(FILE);
        if (file.isEmpty()) {
            return box.has(FILE)
                    ? List.of(
                            seen(scene, "/" + FILE, "not ours to read")
                                    .unknown(Severity.INFORMATION, Text.of("ssh.unknown")))
                    : List.of();
        }
        String value = passwords(file.get());
        Observation seen = seen(scene, "PasswordAuthentication in /" + FILE, value);
        return List.of(
                value.equals("no")
                        ? seen.pass(Text.of("ssh.keys"))
                        : seen.warn(Severity.INFORMATION, Text.of("ssh.passwords"), null));
    }

    /** sshd_config(5): the first value counts, "yes" is the default; Match blocks narrow it. */
    private static String passwords(String file) {
        return file.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .takeWhile(line -> !line.startsWith("match "))
                .filter(line -> line.matches("passwordauthentication[\\s=]+\\S+.*"))
                .map(line -> line.split("[\\s=]+", -1)[1])
                .findFirst()
                .orElse("yes, as nothing is said");
    }
}
