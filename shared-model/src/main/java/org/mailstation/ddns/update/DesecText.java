package org.mailstation.ddns.update;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.ddns.update.JsonTalk.NotDoneException;

/**
 * TXT records by deSEC's REST interface (desec.readthedocs.io, "Retrieving and Manipulating DNS
 * Information"), with the token of the addresses. All records of one name are one thing there,
 * which is read, changed and written back.
 */
record DesecText(Web web) implements TextClient {
    /** The least that deSEC allows a usual account. */
    private static final int TTL = 3600;

    /** A domain of the account, and the part of the name before it. */
    private record Place(String domain, String subname, int ttl) {
        String records() {
            return "/domains/" + domain + "/rrsets/";
        }

        /** In a path the domain itself is {@code @}. */
        String texts() {
            return records() + (subname.isEmpty() ? "@" : subname) + "/TXT/";
        }
    }

    @Override
    public Outcome put(TextNote note) {
        return change(note, true);
    }

    @Override
    public Outcome remove(TextNote note) {
        return change(note, false);
    }

    private Outcome change(TextNote note, boolean wanted) {
        JsonTalk talk = new JsonTalk(web, note.provider().text().text(), "Token", note.secret());
        try {
            Place place = place(talk, note.name());
            List<String> records = records(talk, place);
            boolean there = records.stream().map(JsonTalk::unquoted).anyMatch(note.value()::equals);
            if (there == wanted) {
                return new Outcome.Unchanged(note.value());
            }
            if (wanted) {
                records.add(JsonTalk.quoted(note.value()));
            } else {
                records.removeIf(one -> JsonTalk.unquoted(one).equals(note.value()));
            }
            write(talk, place, records);
            return new Outcome.Updated(note.value());
        } catch (NotDoneException notDone) {
            return notDone.outcome();
        }
    }

    private static Place place(JsonTalk talk, String name) throws NotDoneException {
        JsonTalk.Reply reply = talk.ask("GET", "/domains/?owns_qname=" + name, null);
        JsonArray domains = JsonTalk.list(good(talk, reply));
        if (domains.isEmpty()) {
            throw new NotDoneException(
                    new Outcome.Refused(Refusal.NO_SUCH_NAME, "no domain of this token"));
        }
        JsonObject domain = domains.get(0).getAsJsonObject();
        String owner = JsonTalk.string(domain, "name");
        if (!name.equals(owner) && !name.endsWith("." + owner)) {
            throw new NotDoneException(new Outcome.CouldNotTell("an answer about another domain"));
        }
        String least = JsonTalk.string(domain, "minimum_ttl");
        int ttl = least.matches("\\d{1,6}") ? Integer.parseInt(least) : TTL;
        String subname =
                name.equals(owner) ? "" : name.substring(0, name.length() - owner.length() - 1);
        return new Place(owner, subname, ttl);
    }

    private static List<String> records(JsonTalk talk, Place place) throws NotDoneException {
        JsonTalk.Reply reply = talk.ask("GET", place.texts(), null);
        if (reply.status() == 404) {
            return new ArrayList<>();
        }
        JsonElement answer = good(talk, reply);
        if (!answer.isJsonObject()
                || !(answer.getAsJsonObject().get("records") instanceof JsonArray found)) {
            throw new NotDoneException(new Outcome.CouldNotTell("an answer of another form"));
        }
        List<String> records = new ArrayList<>();
        found.forEach(one -> records.add(one.getAsString()));
        return records;
    }

    /** In bulk, as that makes, changes and removes alike; no record at all removes the name. */
    private static void write(JsonTalk talk, Place place, List<String> records)
            throws NotDoneException {
        JsonObject set = new JsonObject();
        set.addProperty("subname", place.subname());
        set.addProperty("type", "TXT");
        set.addProperty("ttl", place.ttl());
        JsonArray values = new JsonArray();
        records.forEach(values::add);
        set.add("records", values);
        JsonArray sets = new JsonArray();
        sets.add(set);
        good(talk, talk.ask("PATCH", place.records(), sets));
    }

    private static JsonElement good(JsonTalk talk, JsonTalk.Reply reply) throws NotDoneException {
        if (!HttpStatus.isSuccess(reply.status())) {
            throw new NotDoneException(HttpStatus.of(reply.status(), talk.harmless(reply.text())));
        }
        return reply.json()
                .orElseThrow(
                        () ->
                                new NotDoneException(
                                        new Outcome.CouldNotTell("an answer that is not JSON")));
    }
}
