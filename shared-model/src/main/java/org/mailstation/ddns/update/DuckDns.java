package org.mailstation.ddns.update;

import java.net.URI;
import java.util.List;

/** Duck DNS: the token stands in the query, the answer is {@code OK} or {@code KO}. */
public final class DuckDns implements DdnsClient {
    private final Web web;

    public DuckDns(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        URI uri = URI.create(update.provider().update().fill(update.values()));
        return switch (web.send(Web.Request.get(uri))) {
            case Web.Answer.None(String why) -> new Outcome.CouldNotTell(why);
            case Web.Answer.Reply(int status, String body) -> read(status, body, update);
        };
    }

    /** Lines: the result, the address, the IPv6 address, and whether something changed. */
    private static Outcome read(int status, String body, Update update) {
        String said = update.harmless(body);
        List<String> lines = body.lines().map(String::strip).toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (first.equals("KO")) {
            return new Outcome.Refused(Refusal.BAD_AUTH_OR_NAME, said);
        }
        if (!first.equals("OK")) {
            return HttpStatus.of(status, said);
        }
        String address = update.harmless(lines.size() > 1 ? lines.get(1) : "");
        return lines.contains("NOCHANGE")
                ? new Outcome.Unchanged(address)
                : new Outcome.Updated(address);
    }
}
