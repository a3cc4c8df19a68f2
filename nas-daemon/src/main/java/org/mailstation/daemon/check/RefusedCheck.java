package org.mailstation.daemon.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Scene;
import org.mailstation.config.Relay;
import org.mailstation.daemon.delivery.Playbook;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Who refused our letters lately, why, and what to do about it; one finding a domain. */
final class RefusedCheck extends NasCheck {
    private final Supplier<List<Refusals.Refusal>> refusals;

    RefusedCheck(Supplier<List<Refusals.Refusal>> refusals) {
        super("refused", Hop.ISP);
        this.refusals = refusals;
    }

    @Override
    public List<Finding> look(Scene scene) {
        return refusals.get().stream().flatMap(one -> judge(scene, one).stream()).toList();
    }

    private Optional<Finding> judge(Scene scene, Refusals.Refusal refusal) {
        Playbook meaning = Playbook.of(refusal.reply());
        return switch (meaning) {
            // the sender has been told, or another check says it better
            case NOBODY, MAILBOX_FULL, OUR_RELAY, NOT_REACHED -> Optional.empty();
            case GREYLISTING, LATER ->
                    Optional.of(
                            seen(refusal, hop())
                                    .warn(Severity.INFORMATION, words(meaning, refusal), null));
            case NOT_PROVEN ->
                    Optional.of(
                            seen(refusal, Hop.DNS)
                                    .fail(Severity.ERROR, words(meaning, refusal), null));
            case NOT_SECURE, SPAM, TOO_FAST, OTHER ->
                    Optional.of(
                            seen(refusal, hop())
                                    .warn(Severity.WARNING, words(meaning, refusal), null));
            case REVERSE_NAME, HOME_LINE, LISTED, DOMAIN_LISTED, NETWORK, REPUTATION ->
                    Optional.of(
                            seen(refusal, hop())
                                    .fail(
                                            Severity.ERROR,
                                            words(meaning, refusal),
                                            remedy(scene, meaning)));
        };
    }

    private Observation seen(Refusals.Refusal refusal, Hop where) {
        return new Observation(name() + ":" + refusal.domain(), where, List.of(refusal.evidence()));
    }

    private static Text words(Playbook meaning, Refusals.Refusal refusal) {
        String key =
                meaning == Playbook.DOMAIN_LISTED
                        ? "listed"
                        : meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Text.of("refused." + key, refusal.domain(), refusal.reply());
    }

    /** A relay's address is judged by others instead of ours. */
    private static @Nullable Remedy remedy(Scene scene, Playbook meaning) {
        // where a relay cures, the letter is with it already
        if (scene.config().relay().use() != Relay.Use.NEVER && meaning.isCuredByRelay()
                || scene.config().relay().use() == Relay.Use.ALWAYS) {
            return new Remedy.AskProvider(
                    Text.of("refused.relay.remedy", scene.config().relay().host()));
        }
        return switch (meaning) {
            case REVERSE_NAME -> ask("refused.reverse-name.remedy", scene);
            case LISTED, DOMAIN_LISTED -> ask("refused.listed.remedy", scene);
            default ->
                    new Remedy.ChangeSetting(
                            Text.of("refused.send-by-relay"), "relay.use", "when-refused");
        };
    }

    private static Remedy ask(String key, Scene scene) {
        return new Remedy.AskProvider(Text.of(key, scene.config().hostName()));
    }
}
