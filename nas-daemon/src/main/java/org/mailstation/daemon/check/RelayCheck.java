package org.mailstation.daemon.check;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Scene;
import org.mailstation.config.Account;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.delivery.RelayAnswer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Would the relay take a letter now: the way there, TLS, the login, our sender? */
final class RelayCheck extends NasCheck {
    private static final String SECRET = "relay";

    /** A rehearsal with the relay. */
    @FunctionalInterface
    interface Rehearsing {
        RelayAnswer relay(Relay relay, @Nullable Secret password, String ourName, String own);
    }

    private final SecretSource secrets;
    private final Rehearsing rehearsal;

    RelayCheck(SecretSource secrets, Rehearsing rehearsal) {
        super("relay", Hop.ISP);
        this.secrets = secrets;
        this.rehearsal = rehearsal;
    }

    @Override
    public List<Finding> look(Scene scene) {
        Relay relay = scene.config().relay();
        if (relay.use() == Relay.Use.NEVER || relay.host().isEmpty()) {
            return List.of();
        }
        String asked = "rehearsal with " + relay.host() + ":" + relay.port();
        try {
            StationConfig config = scene.config();
            RelayAnswer answer =
                    rehearsal.relay(relay, secrets.read(SECRET), config.hostName(), own(config));
            return List.of(judge(seen(scene, asked, words(answer)), relay, answer));
        } catch (IOException unreadable) {
            return List.of(
                    seen(scene, asked, "the password cannot be read")
                            .fail(Severity.CRITICAL, Text.of("relay.password"), password()));
        }
    }

    private static String own(StationConfig config) {
        return config.accounts().stream()
                .filter(Account::enabled)
                .map(Account::address)
                .findFirst()
                .orElse("postmaster@" + config.domains().getFirst());
    }

    private static Finding judge(Observation seen, Relay relay, RelayAnswer answer) {
        String host = relay.host();
        return switch (answer) {
            case RelayAnswer.Ready _ -> seen.pass(Text.of("relay.ok", host));
            case RelayAnswer.NoPassword _ -> bad(seen, Text.of("relay.password"), password());
            case RelayAnswer.NotReachable _ ->
                    bad(
                            seen,
                            Text.of("relay.unreachable", host, relay.port()),
                            setting("relay.host"));
            case RelayAnswer.NoTls _ ->
                    bad(seen, Text.of("relay.no-tls", host), setting("relay.security"));
            case RelayAnswer.Untrusted _ ->
                    bad(seen, Text.of("relay.untrusted", host), setting("relay.host"));
            case RelayAnswer.LoginRefused _ -> bad(seen, Text.of("relay.login", host), password());
            case RelayAnswer.SenderRefused(var words) ->
                    bad(
                            seen,
                            Text.of("relay.sender", host, words),
                            new Remedy.AskProvider(Text.of("relay.sender.remedy", host)));
            // some take letters for others only; a letter to ourselves does not go that way
            case RelayAnswer.RecipientRefused(var words) ->
                    seen.warn(Severity.INFORMATION, Text.of("relay.recipient", host, words), null);
            case RelayAnswer.NotNow(var words) ->
                    seen.warn(Severity.WARNING, Text.of("relay.not-now", host, words), null);
        };
    }

    private static Finding bad(Observation seen, Text sentence, Remedy remedy) {
        return seen.fail(Severity.CRITICAL, sentence, remedy);
    }

    private static Remedy password() {
        return new Remedy.RunOnNas(
                Text.of("relay.password.remedy"), "mailstationctl secret put " + SECRET);
    }

    private static Remedy setting(String field) {
        return new Remedy.ChangeSetting(Text.of("relay.setting.remedy"), field, "");
    }

    private static String words(RelayAnswer answer) {
        return switch (answer) {
            case RelayAnswer.Ready _ -> "ready for a letter";
            case RelayAnswer.NoPassword _ -> "no password is set";
            case RelayAnswer.NotReachable(var words) -> words;
            case RelayAnswer.NoTls(var words) -> "TLS: " + words;
            case RelayAnswer.Untrusted(var words) -> "certificate: " + words;
            case RelayAnswer.LoginRefused(var words) -> "AUTH: " + words;
            case RelayAnswer.SenderRefused(var words) -> "MAIL: " + words;
            case RelayAnswer.RecipientRefused(var words) -> "RCPT: " + words;
            case RelayAnswer.NotNow(var words) -> words;
        };
    }
}
