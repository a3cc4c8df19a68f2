package org.mailstation.ddns.update;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import org.mailstation.ddns.update.JsonTalk.NotDoneException;

/** Cloudflare's REST interface: finds the zone and the record, then changes or makes it. */
public final class Cloudflare implements DdnsClient {
    private static final int TTL = 60;

    private final Web web;

    public Cloudflare(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        CloudflareZones zones = CloudflareZones.of(web, update.provider(), update.secret());
        try {
            String records = zones.records(update.host());
            boolean changed = false;
            if (update.v4() != null) {
                changed |= tell(zones, records, update, "A", update.v4());
            }
            if (update.v6() != null) {
                changed |= tell(zones, records, update, "AAAA", update.v6());
            }
            return changed
                    ? new Outcome.Updated(update.addresses())
                    : new Outcome.Unchanged(update.addresses());
        } catch (NotDoneException notDone) {
            return notDone.outcome();
        }
    }

    /** Gives whether there was something to change. */
    private static boolean tell(
            CloudflareZones zones, String records, Update update, String type, InetAddress address)
            throws NotDoneException {
        String query = records + "?type=" + type + "&name=" + update.host();
        JsonArray found = JsonTalk.list(zones.ask("GET", query, null));
        String content = address.getHostAddress();
        if (found.isEmpty()) {
            zones.ask("POST", records, record(update, type, content));
            return true;
        }
        JsonObject old = found.get(0).getAsJsonObject();
        if (content.equals(JsonTalk.string(old, "content")) && !isProxied(old)) {
            return false;
        }
        String path = records + "/" + CloudflareZones.id(old);
        zones.ask("PUT", path, record(update, type, content));
        return true;
    }

    /** Behind Cloudflare's own web servers no letter would arrive. */
    private static JsonObject record(Update update, String type, String content) {
        JsonObject record = new JsonObject();
        record.addProperty("type", type);
        record.addProperty("name", update.host());
        record.addProperty("content", content);
        record.addProperty("ttl", TTL);
        record.addProperty("proxied", false);
        return record;
    }

    private static boolean isProxied(JsonObject record) {
        return record.has("proxied") && record.get("proxied").getAsBoolean();
    }
}
