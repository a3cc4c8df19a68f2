package org.mailstation.ddns.update;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.ddns.Template;

/**
 * FreeDNS of afraid.org: the address names the token and so the host; the new address is the one
 * that the connection comes from.
 */
public final class FreeDns implements DdnsClient {
    private static final Pattern ADDRESS =
            Pattern.compile("\\b(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+)\\b");

    private final Web web;

    public FreeDns(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        Outcome first = new Outcome.Unchanged("");
        if (update.v4() != null) {
            first = tell(update.provider().update(), update);
        }
        boolean more = update.v6() != null && isDone(first);
        if (!more) {
            return first;
        }
        Outcome second = tell(update.provider().update6(), update);
        return isDone(second) && first instanceof Outcome.Updated ? first : second;
    }

    private static boolean isDone(Outcome outcome) {
        return outcome instanceof Outcome.Updated || outcome instanceof Outcome.Unchanged;
    }

    private Outcome tell(Template template, Update update) {
        URI uri = URI.create(template.fill(update.values()));
        return switch (web.send(Web.Request.get(uri))) {
            case Web.Answer.None(String why) -> new Outcome.CouldNotTell(why);
            case Web.Answer.Reply(int status, String body) -> read(status, update.harmless(body));
        };
    }

    private static Outcome read(int status, String said) {
        Matcher found = ADDRESS.matcher(said);
        String address = found.find() ? found.group(1) : "";
        if (said.startsWith("Updated")) {
            return new Outcome.Updated(address);
        }
        if (said.startsWith("No IP change detected")) {
            return new Outcome.Unchanged(address);
        }
        return status == 404 || said.startsWith("ERROR")
                ? new Outcome.Refused(Refusal.BAD_AUTH, said)
                : HttpStatus.of(status, said);
    }
}
