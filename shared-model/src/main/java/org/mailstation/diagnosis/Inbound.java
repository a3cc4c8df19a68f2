package org.mailstation.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * Why ports stay closed that nothing else explains.
 *
 * @param closed seen from outside
 * @param open proven from outside
 * @param all everything that was found
 */
record Inbound(List<Finding> closed, List<Finding> open, List<Finding> all) {
    private static final String STRANGER = "reach.stranger";
    private static final Set<String> NOBODY = Set.of("reach.silent", "reach.refused");
    private static final Set<String> RULES = Set.of("forwarding", "rule");
    private static final String SMTP = "smtp";

    /** The culprit, if it can be told. */
    Optional<Finding> why() {
        List<Finding> strangers = having(Set.of(STRANGER));
        List<Finding> nobody = having(NOBODY);
        if (!strangers.isEmpty()) {
            return Optional.of(another(strangers));
        }
        if (nobody.isEmpty()) {
            return Optional.empty();
        }
        if (open.isEmpty() && nobody.size() == closed.size() && others(nobody)) {
            return Optional.of(
                    led(nobody)
                            ? router("second-router", "", nobody)
                            : router("not-forwarded", "", nobody));
        }
        boolean only25 = nobody.stream().allMatch(one -> about(one).equals(SMTP));
        return only25 && !open.isEmpty() ? Optional.of(only25(nobody)) : Optional.empty();
    }

    /** One port alone, if it is the only one that was tried, may have many reasons. */
    private boolean others(List<Finding> nobody) {
        return nobody.size() > 1 || led(nobody);
    }

    /** Somebody answers, but not the station. */
    private Finding another(List<Finding> strangers) {
        String about = strangers.size() > 1 ? "" : ":" + about(strangers.getFirst());
        if (led(strangers)) {
            return finding(
                    "inbound" + about,
                    Hop.ISP,
                    strangers,
                    "foreign-address",
                    new Remedy.AskProvider(Text.of("diagnosis.foreign-address.remedy")));
        }
        return router("another-device", about, strangers);
    }

    /** Other ports of the same router come in, only 25 does not. */
    private Finding only25(List<Finding> nobody) {
        if (!led(nobody)) {
            return router("no-25", ":" + SMTP, nobody);
        }
        return finding(
                "inbound:" + SMTP,
                Hop.ISP,
                nobody,
                "provider-blocks-25",
                new Remedy.AskProvider(Text.of("diagnosis.provider-blocks-25.remedy")));
    }

    private Finding router(String key, String about, List<Finding> because) {
        return finding(
                "inbound" + about,
                Hop.ROUTER,
                because,
                key,
                new Remedy.RouterStep(Text.of("diagnosis." + key + ".remedy")));
    }

    private static Finding finding(
            String check, Hop hop, List<Finding> because, String key, Remedy remedy) {
        List<Evidence> evidence =
                because.stream().flatMap(one -> one.evidence().stream()).distinct().toList();
        return new Observation(check, hop, evidence)
                .fail(Severity.CRITICAL, Text.of("diagnosis." + key, names(because)), remedy);
    }

    private static String names(List<Finding> findings) {
        return findings.stream().map(Inbound::about).collect(Collectors.joining(", "));
    }

    /** Whether the router is known to lead all of these ports to the NAS. */
    private boolean led(List<Finding> ports) {
        return ports.stream()
                .map(Inbound::about)
                .allMatch(port -> all.stream().anyMatch(one -> leads(one, port)));
    }

    private static boolean leads(Finding one, String port) {
        Subject subject = Subject.of(one);
        return one.verdict() == Verdict.PASS
                && RULES.contains(subject.kind())
                && subject.about().equals(port);
    }

    private List<Finding> having(Set<String> keys) {
        return closed.stream().filter(one -> keys.contains(one.sentence().key())).toList();
    }

    private static String about(Finding finding) {
        return Subject.of(finding).about();
    }
}
