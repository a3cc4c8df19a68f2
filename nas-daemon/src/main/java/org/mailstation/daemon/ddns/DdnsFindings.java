package org.mailstation.daemon.ddns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.update.Refusal;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.line.LineAddress;
import org.mailstation.standing.Standing;
import org.mailstation.standing.Told;
import org.mailstation.text.Text;

/** What is to be said of DDNS: does the provider take the address, is it known, is one alone. */
final class DdnsFindings {
    /** A source that is away for a moment is nobody's trouble. */
    static final Duration SHORT = Duration.ofMinutes(15);

    private static final String SECRET_COMMAND = "mailstationctl secret put ddns";

    private DdnsFindings() {}

    /**
     * @param seen when an address was last seen
     * @param dsm whether DSM seems to update the same name
     */
    static List<Finding> of(
            DdnsSettings settings,
            DdnsMemory memory,
            LineAddress.Look look,
            Instant seen,
            boolean dsm,
            Instant now) {
        List<Finding> all = new ArrayList<>();
        all.add(update(settings, memory, now));
        all.add(address(settings, look, seen, now));
        if (dsm) {
            all.add(
                    finding(
                            "ddns.dsm",
                            Verdict.WARN,
                            Severity.WARNING,
                            Text.of("ddns.dsm", settings.host()),
                            evidence(
                                    "does DSM update " + settings.host(),
                                    "its settings name it",
                                    now),
                            new Remedy.RunOnNas(Text.of("ddns.dsm.remedy", settings.host()), "")));
        }
        return all;
    }

    static Text refusal(DdnsMemory memory, String provider, String host) {
        Refusal reason = Objects.requireNonNullElse(memory.refusal(), Refusal.BAD_PARAMETER);
        return reason.sentence(provider, host);
    }

    private static Finding update(DdnsSettings settings, DdnsMemory memory, Instant now) {
        String provider = settings.provider().name();
        String host = settings.host();
        Evidence said =
                evidence(
                        "update of " + host + " at " + settings.provider().id(),
                        memory.said().isEmpty() ? "not asked yet" : memory.said(),
                        now);
        if (settings.secret() == null) {
            Text sentence = Text.of("ddns.no-secret", provider, host);
            return finding(
                    "ddns.update",
                    Verdict.FAIL,
                    Severity.ERROR,
                    sentence,
                    said,
                    enterSecret(settings));
        }
        return switch (memory.trouble()) {
            case NONE -> calm(memory, host, said);
            case REFUSED ->
                    finding(
                            "ddns.update",
                            Verdict.FAIL,
                            Severity.ERROR,
                            refusal(memory, provider, host),
                            said,
                            remedy(settings, memory));
            case PROVIDER ->
                    finding(
                            "ddns.update",
                            Verdict.WARN,
                            Severity.WARNING,
                            Text.of("ddns.provider-trouble", provider, host),
                            said,
                            null);
            case NO_ANSWER ->
                    finding(
                            "ddns.update",
                            Verdict.WARN,
                            Severity.WARNING,
                            Text.of("ddns.no-answer", provider, host),
                            said,
                            null);
        };
    }

    private static Finding calm(DdnsMemory memory, String host, Evidence said) {
        String as = memory.publishedAs();
        if (memory.published().isEmpty()) {
            return finding(
                    "ddns.update",
                    Verdict.UNKNOWN,
                    Severity.INFORMATION,
                    Text.of("ddns.not-yet", host),
                    said,
                    null);
        }
        boolean other =
                as.matches("[0-9.]+") && !List.of(memory.published().split(",", -1)).contains(as);
        if (other) {
            Text sentence = Text.of("ddns.other-address", host, as, memory.published());
            return finding("ddns.update", Verdict.WARN, Severity.WARNING, sentence, said, null);
        }
        String untold = memory.untold();
        if (!untold.isEmpty()) {
            Text sentence = Text.of("ddns.held", host, memory.published(), untold);
            return finding("ddns.update", Verdict.WARN, Severity.WARNING, sentence, said, null);
        }
        return finding(
                "ddns.update",
                Verdict.PASS,
                Severity.INFORMATION,
                Text.of("ddns.ok", host, memory.published()),
                said,
                null);
    }

    private static Remedy enterSecret(DdnsSettings settings) {
        return new Remedy.RunOnNas(
                Text.of("ddns.secret.remedy", settings.provider().name()), SECRET_COMMAND);
    }

    private static @Nullable Remedy remedy(DdnsSettings settings, DdnsMemory memory) {
        if (memory.refusal() == Refusal.BAD_AUTH || memory.refusal() == Refusal.BAD_AUTH_OR_NAME) {
            return enterSecret(settings);
        }
        String page = settings.provider().page();
        return page.isEmpty()
                ? null
                : new Remedy.AskProvider(
                        Text.of("ddns.page.remedy", settings.provider().name(), page));
    }

    private static Finding address(
            DdnsSettings settings, LineAddress.Look look, Instant seen, Instant now) {
        String told = look.told().stream().map(Told::technically).collect(Collectors.joining("; "));
        Evidence evidence = evidence("the line's address", told, now);
        return switch (look.standing()) {
            case Standing.Disagreement(List<Told.Address> different) ->
                    finding(
                            "ddns.address",
                            Verdict.WARN,
                            Severity.WARNING,
                            Text.of(
                                    "ddns.disagreement",
                                    settings.host(),
                                    different.getFirst().address().getHostAddress(),
                                    different.getLast().address().getHostAddress()),
                            evidence,
                            null);
            case Standing.CarrierNat _, Standing.DsLite _ ->
                    finding(
                            "ddns.address",
                            Verdict.WARN,
                            Severity.WARNING,
                            Text.of("ddns.shared", settings.host()),
                            evidence,
                            new Remedy.AskProvider(Text.of("ddns.shared.remedy")));
            case Standing.Public _,
                    Standing.Direct _,
                    Standing.SeenOnly _,
                    Standing.DoubleNat _,
                    Standing.Unknown _ ->
                    seen(settings, look, seen, evidence, now);
        };
    }

    private static Finding seen(
            DdnsSettings settings,
            LineAddress.Look look,
            Instant seen,
            Evidence evidence,
            Instant now) {
        if (look.address() != null) {
            Text sentence = Text.of("ddns.address", look.address().getHostAddress());
            return finding(
                    "ddns.address", Verdict.PASS, Severity.INFORMATION, sentence, evidence, null);
        }
        boolean brief = Duration.between(seen, now).compareTo(SHORT) < 0;
        return finding(
                "ddns.address",
                Verdict.UNKNOWN,
                brief ? Severity.INFORMATION : Severity.WARNING,
                Text.of("ddns.no-address", settings.host()),
                evidence,
                null);
    }

    private static Evidence evidence(String asked, String answered, Instant now) {
        return new Evidence(Vantage.NAS, asked, answered, now);
    }

    private static Finding finding(
            String check,
            Verdict verdict,
            Severity severity,
            Text sentence,
            Evidence evidence,
            @Nullable Remedy remedy) {
        return new Finding(check, Hop.DDNS, verdict, severity, sentence, List.of(evidence), remedy);
    }
}
