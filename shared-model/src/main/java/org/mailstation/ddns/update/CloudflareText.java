package org.mailstation.ddns.update;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.mailstation.ddns.update.JsonTalk.NotDoneException;

/** TXT records by Cloudflare's REST interface, with the token of the addresses. */
record CloudflareText(Web web) implements TextClient {
    private static final int TTL = 60;

    @Override
    public Outcome put(TextNote note) {
        CloudflareZones zones = CloudflareZones.of(web, note.provider(), note.secret());
        try {
            String records = zones.records(note.name());
            if (find(zones, records, note).isPresent()) {
                return new Outcome.Unchanged(note.value());
            }
            JsonObject record = new JsonObject();
            record.addProperty("type", "TXT");
            record.addProperty("name", note.name());
            record.addProperty("content", JsonTalk.quoted(note.value()));
            record.addProperty("ttl", TTL);
            zones.ask("POST", records, record);
            return new Outcome.Updated(note.value());
        } catch (NotDoneException notDone) {
            return notDone.outcome();
        }
    }

    @Override
    public Outcome remove(TextNote note) {
        CloudflareZones zones = CloudflareZones.of(web, note.provider(), note.secret());
        try {
            String records = zones.records(note.name());
            Optional<JsonElement> there = find(zones, records, note);
            if (there.isEmpty()) {
                return new Outcome.Unchanged(note.value());
            }
            zones.ask("DELETE", records + "/" + CloudflareZones.id(there.get()), null);
            return new Outcome.Updated(note.value());
        } catch (NotDoneException notDone) {
            return notDone.outcome();
        }
    }

    /** Others of the same name are somebody else's. */
    private static Optional<JsonElement> find(CloudflareZones zones, String records, TextNote note)
            throws NotDoneException {
        String query = records + "?type=TXT&name=" + note.name();
        return JsonTalk.list(zones.ask("GET", query, null)).asList().stream()
                .filter(JsonElement::isJsonObject)
                .filter(
                        one ->
                                JsonTalk.unquoted(JsonTalk.string(one.getAsJsonObject(), "content"))
                                        .equals(note.value()))
                .findFirst();
    }
}
