package org.mailstation.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.RecordType;

/**
 * The rules that a domain has for encryption on the way to it (RFC 8461 3.2).
 *
 * @param mode {@code enforce}, {@code testing} or {@code none}
 * @param mx names of servers, or patterns like {@code *.example.org}
 * @param maxAge how long others may rely on it, in seconds
 */
public record StsPolicy(String mode, List<String> mx, long maxAge) {
    public StsPolicy {
        mx = List.copyOf(mx);
    }

    /** What came back when it was fetched. */
    public sealed interface Fetched {}

    public record Read(String text, StsPolicy policy) implements Fetched {}

    /** There is a page, but it is no policy. */
    public record Malformed() implements Fetched {}

    /** There is no page. */
    public record Missing(String why) implements Fetched {}

    /** Where the page of a domain is (RFC 8461 3.3). */
    public static String host(String domain) {
        return "mta-sts." + domain;
    }

    static Fetched fetch(Scene scene, String domain) throws InterruptedException {
        Published address = scene.names().ask(host(domain), RecordType.A);
        if (address instanceof Published.Same same && same.values().isEmpty()) {
            return new Missing("no such name");
        }
        URI page = URI.create("https://" + host(domain) + "/.well-known/mta-sts.txt");
        return switch (scene.web().send(Web.Request.get(page))) {
            case Web.Answer.None(var why) -> new Missing(why);
            case Web.Answer.Reply(var status, var _) when status != 200 ->
                    new Missing("HTTP " + status);
            case Web.Answer.Reply(var _, var text) -> read(text);
        };
    }

    /** What stands on the page. */
    public static Fetched read(String text) {
        String version = "";
        String mode = "";
        long maxAge = -1;
        List<String> mx = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            String[] pair = line.split(":", 2);
            String value = pair.length == 2 ? pair[1].strip() : "";
            switch (pair[0].strip()) {
                case "version" -> version = value;
                case "mode" -> mode = value;
                case "mx" -> mx.add(value.toLowerCase(Locale.ROOT));
                case "max_age" -> maxAge = value.matches("\\d{1,10}") ? Long.parseLong(value) : -1;
                default -> {} // RFC 8461 3.2: to be ignored
            }
        }
        boolean good =
                version.equals("STSv1")
                        && List.of("enforce", "testing", "none").contains(mode)
                        && maxAge >= 0
                        && (mode.equals("none") || !mx.isEmpty());
        return good ? new Read(text, new StsPolicy(mode, mx, maxAge)) : new Malformed();
    }

    /**
     * RFC 8461 4.1: a star stands for one label.
     *
     * @param host in small letters
     */
    public boolean covers(String host) {
        String rest = host.substring(host.indexOf('.') + 1);
        return mx.contains(host) || mx.contains("*." + rest);
    }
}
