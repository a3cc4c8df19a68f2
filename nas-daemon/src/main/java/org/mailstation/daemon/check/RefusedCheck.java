package org.mailstation.daemon.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Cause;
import org.mailstation.bounce.Refusal;
import org.mailstation.bounce.Replies;
import org.mailstation.check.Scene;
import org.mailstation.config.Relay;
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
        Cause cause = Replies.of(refusal.reply());
        return switch (cause) {
            // the sender has been told, or another check says it better
            case NOBODY,
                    MAILBOX_CLOSED,
                    MAILBOX_FULL,
                    NO_DOMAIN,
                    DNS_BROKEN,
                    BLOCKED,
                    TOO_LARGE,
                    ENGLISH_ONLY,
                    FORBIDDEN_CONTENT,
                    OUR_RELAY,
                    NOT_REACHED,
                    EXPIRED,
                    FORGED ->
                    Optional.empty();
            case GREYLISTING, LATER, UNKNOWN ->
                    Optional.of(
                            seen(refusal, hop())
                                    .warn(Severity.INFORMATION, words(cause, refusal), null));
            case NOT_PROVEN, SENDER_ADDRESS ->
                    Optional.of(
                            seen(refusal, Hop.DNS)
                                    .fail(Severity.ERROR, words(cause, refusal), null));
            case NOT_SECURE,
                    SPAM,
                    TOO_FAST,
                    TLS_REQUIRED,
                    LOGIN_MISSING,
                    RELAY_DENIED,
                    LOOP,
                    OTHER ->
                    Optional.of(
                            seen(refusal, hop())
                                    .warn(Severity.WARNING, words(cause, refusal), null));
            case REVERSE_NAME, HELLO_NAME, HOME_LINE, LISTED, DOMAIN_LISTED, NETWORK, REPUTATION ->
                    Optional.of(
                            seen(refusal, hop())
                                    .fail(
                                            Severity.ERROR,
                                            words(cause, refusal),
                                            remedy(scene, cause)));
        };
    }

    private Observation seen(Refusals.Refusal refusal, Hop where) {
        return new Observation(name() + ":" + refusal.domain(), where, List.of(refusal.evidence()));
    }

    private static Text words(Cause cause, Refusals.Refusal refusal) {
        String key =
                switch (cause) {
                    case DOMAIN_LISTED -> Cause.LISTED.word();
                    case UNKNOWN -> Cause.LATER.word();
                    default -> cause.word();
                };
        return Text.of("refused." + key, who(cause, refusal), refusal.reply());
    }

    /** Many a domain is kept by a provider that people know better. */
    private static String who(Cause cause, Refusals.Refusal refusal) {
        String domain = refusal.domain();
        if (cause == Cause.NOT_SECURE || cause == Cause.LOOP) {
            return domain; // that is about the domain or the address, whoever runs its server
        }
        String server = refusal.server() == null ? "" : refusal.server();
        String provider = Refusal.provider(server, refusal.reply(), "@" + domain);
        return provider.isEmpty() ? domain : provider + " (" + domain + ")";
    }

    /** A relay's address is judged by others instead of ours. */
    private static @Nullable Remedy remedy(Scene scene, Cause cause) {
        // where a relay cures, the letter is with it already
        if (scene.config().relay().use() != Relay.Use.NEVER && cause.isCuredByRelay()
                || scene.config().relay().use() == Relay.Use.ALWAYS) {
            return new Remedy.AskProvider(
                    Text.of("refused.relay.remedy", scene.config().relay().host()));
        }
        return switch (cause) {
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
