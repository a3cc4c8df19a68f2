package org.mailstation.ddns.update;

import java.net.URI;
import java.util.Map;

/** TwoDNS, version 2 of its interface: the status is the answer. */
public final class TwoDns implements DdnsClient {
    private final Web web;

    public TwoDns(Web web) {
        this.web = web;
    }

    @Override
    public Outcome update(Update update) {
        if (update.v4() == null) {
            return new Outcome.Refused(Refusal.BAD_PARAMETER, "it knows no IPv6");
        }
        String address = update.v4().getHostAddress();
        Web.Request request =
                new Web.Request(
                        "PUT",
                        URI.create(update.provider().update().fill(update.values())),
                        Map.of(
                                "Authorization",
                                Basic.header(update.user(), update.secret()),
                                "Content-Type",
                                "application/json"),
                        "{\"ip_address\":\"" + address + "\",\"ttl\":\"300\"}");
        return switch (web.send(request)) {
            case Web.Answer.None(String why) -> new Outcome.CouldNotTell(why);
            case Web.Answer.Reply(int status, String body) ->
                    HttpStatus.isSuccess(status)
                            ? new Outcome.Updated(address)
                            : HttpStatus.of(status, update.harmless(body));
        };
    }
}
