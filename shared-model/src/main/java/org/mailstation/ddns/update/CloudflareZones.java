package org.mailstation.ddns.update;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Provider;
import org.mailstation.ddns.update.JsonTalk.NotDoneException;

/** What every conversation with Cloudflare's REST interface is made of. */
record CloudflareZones(JsonTalk talk) {
    static CloudflareZones of(Web web, Provider provider, Secret secret) {
        return new CloudflareZones(new JsonTalk(web, provider.update().text(), "Bearer", secret));
    }

    /** Where the records are of the longest part of a name that is a zone of this account. */
    String records(String host) throws NotDoneException {
        String name = host;
        while (name.contains(".")) {
            JsonArray zones = JsonTalk.list(ask("GET", "/zones?name=" + name, null));
            if (!zones.isEmpty()) {
                return "/zones/" + id(zones.get(0)) + "/dns_records";
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        throw new NotDoneException(
                new Outcome.Refused(Refusal.NO_SUCH_NAME, "no zone of this token"));
    }

    JsonElement ask(String method, String path, @Nullable JsonObject body) throws NotDoneException {
        JsonTalk.Reply reply = talk.ask(method, path, body);
        Optional<JsonObject> answer =
                reply.json().filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject);
        if (HttpStatus.isSuccess(reply.status())
                && answer.isPresent()
                && "true".equals(JsonTalk.string(answer.get(), "success"))
                && answer.get().has("result")) {
            return answer.get().get("result");
        }
        String said =
                talk.harmless(
                        answer.map(object -> String.valueOf(object.get("errors"))).orElse(""));
        // what Cloudflare calls forbidden, or not a token at all, is a token that is not good for
        // it
        int status = reply.status();
        Outcome outcome =
                status == 403 || (status == 400 && said.contains("6003"))
                        ? new Outcome.Refused(Refusal.BAD_AUTH, "HTTP " + status + " " + said)
                        : HttpStatus.of(status, said);
        throw new NotDoneException(outcome);
    }

    /** Becomes a part of a path: only what an id is made of. */
    static String id(JsonElement object) throws NotDoneException {
        String id = JsonTalk.string(object.getAsJsonObject(), "id");
        if (id.matches("[0-9A-Za-z-]{1,64}")) {
            return id;
        }
        throw new NotDoneException(new Outcome.CouldNotTell("an answer without an id"));
    }
}
