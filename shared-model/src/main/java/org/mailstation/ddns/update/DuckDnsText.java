package org.mailstation.ddns.update;

import java.net.URI;
import java.util.Map;

/**
 * Duck DNS keeps one TXT record for a name and everything under it; the token stands in the query,
 * as for addresses.
 */
record DuckDnsText(Web web) implements TextClient {
    @Override
    public Outcome put(TextNote note) {
        return ask(note, "");
    }

    @Override
    public Outcome remove(TextNote note) {
        return ask(note, "true");
    }

    private Outcome ask(TextNote note, String clear) {
        Map<String, String> values =
                Map.of(
                        "label",
                        note.provider().label(note.host()),
                        "secret",
                        note.secret().reveal(),
                        "txt",
                        note.value(),
                        "clear",
                        clear);
        URI uri = URI.create(note.provider().update().fill(values));
        return switch (web.send(Web.Request.get(uri))) {
            case Web.Answer.None(String why) -> new Outcome.CouldNotTell(why);
            case Web.Answer.Reply(int status, String body) -> read(status, body, note);
        };
    }

    private static Outcome read(int status, String body, TextNote note) {
        String said = note.harmless(body);
        String first = body.lines().findFirst().orElse("").strip();
        return switch (first) {
            case "OK" -> new Outcome.Updated(note.value());
            case "KO" -> new Outcome.Refused(Refusal.BAD_AUTH_OR_NAME, said);
            default -> HttpStatus.of(status, said);
        };
    }
}
