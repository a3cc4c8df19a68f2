package org.mailstation.ddns.update;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailstation.ddns.Template;

/**
 * The request that DynDNS began with: {@code GET /nic/update?hostname=…&myip=…} with a login; the
 * answer's first word is the result.
 */
public final class Dyndns2 implements DdnsClient {
    private static final String QUERY = "hostname={host}&myip={ip}";

    private final Web web;

    public Dyndns2(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        URI uri;
        try {
            uri = URI.create(template(update).fill(update.values()));
        } catch (IllegalArgumentException notAnAddress) {
            return new Outcome.Refused(Refusal.BAD_PARAMETER, "the server's address is none");
        }
        String user = update.provider().user(update.user(), update.host());
        Map<String, String> headers = Map.of("Authorization", Basic.header(user, update.secret()));
        return switch (web.send(new Web.Request("GET", uri, headers, ""))) {
            case Web.Answer.None(String why) -> new Outcome.CouldNotTell(why);
            case Web.Answer.Reply(int status, String body) -> {
                String said = update.harmless(body);
                yield result(said, update).orElseGet(() -> HttpStatus.of(status, said));
            }
        };
    }

    /** A custom server's address is only that; the question's form is always the same. */
    private static Template template(Update update) {
        if (!update.provider().wantsServer()) {
            return update.provider().update();
        }
        String server = update.server();
        return new Template(server + (server.contains("?") ? "&" : "?") + QUERY);
    }

    private static Optional<Outcome> result(String said, Update update) {
        String[] words = said.split(" ", 3);
        String address = words.length > 1 ? words[1] : "";
        Outcome outcome =
                switch (words[0].toLowerCase(Locale.ROOT)) {
                    case "good" -> good(address, said, update);
                    case "nochg" -> new Outcome.Unchanged(address);
                    case "badauth" -> new Outcome.Refused(Refusal.BAD_AUTH, said);
                    case "!donator" -> new Outcome.Refused(Refusal.NOT_PAID, said);
                    case "notfqdn" -> new Outcome.Refused(Refusal.NOT_A_NAME, said);
                    case "nohost" -> new Outcome.Refused(Refusal.NO_SUCH_NAME, said);
                    case "!yours" -> new Outcome.Refused(Refusal.NOT_YOURS, said);
                    case "!active" -> new Outcome.Refused(Refusal.NOT_ACTIVE, said);
                    case "numhost" -> new Outcome.Refused(Refusal.TOO_MANY_NAMES, said);
                    case "abuse" -> new Outcome.Refused(Refusal.ABUSE, said);
                    case "badagent" -> new Outcome.Refused(Refusal.BAD_AGENT, said);
                    case "badsys" -> new Outcome.Refused(Refusal.BAD_PARAMETER, said);
                    case "dnserr", "911" -> new Outcome.TryLater(HttpStatus.PAUSE, said);
                    default -> null;
                };
        return Optional.ofNullable(outcome);
    }

    /** DynDNS answers a program that it ignores with the address of nobody. */
    private static Outcome good(String address, String said, Update update) {
        return address.equals("127.0.0.1") && !update.addresses().contains(address)
                ? new Outcome.Refused(Refusal.BAD_AGENT, said)
                : new Outcome.Updated(address);
    }
}
