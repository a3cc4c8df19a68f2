package org.mailstation.router.igd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.Element;
import org.mailstation.lan.HomeHttp;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;

/**
 * Calls of one service's actions; UPnP Device Architecture 1.1, 3.
 *
 * @param patience for one call
 */
record Soap(IgdDescription.Service service, Duration patience) {
    private static final int LONGEST_WORDS = 120;

    /**
     * Calls one action.
     *
     * @param arguments name and value in turn, in the order of the service's description, which
     *     some routers insist on
     * @return the action's results by name
     */
    RouterAnswer<Map<String, String>> call(String action, String... arguments) {
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "text/xml; charset=\"utf-8\"",
                        "SOAPAction",
                        "\"" + service.type() + "#" + action + "\"");
        byte[] body = envelope(action, arguments).getBytes(UTF_8);
        return switch (HomeHttp.post(service.control(), headers, body, Deadline.in(patience))) {
            case HomeHttp.Answer.None(String why) -> new RouterAnswer.Silent<>(why);
            case HomeHttp.Answer.Reply(int status, byte[] answer) -> read(status, answer, action);
        };
    }

    private String envelope(String action, String... arguments) {
        StringBuilder inner = new StringBuilder();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            inner.append('<').append(name).append('>');
            inner.append(escaped(arguments[i + 1]));
            inner.append("</").append(name).append('>');
        }
        return "<?xml version=\"1.0\"?>\r\n"
                + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>"
                + ("<u:" + action + " xmlns:u=\"" + service.type() + "\">")
                + inner
                + ("</u:" + action + "></s:Body></s:Envelope>\r\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static RouterAnswer<Map<String, String>> read(
            int status, byte[] answer, String action) {
        Optional<Element> body = Element.parse(answer).flatMap(root -> root.child("Body"));
        Optional<Element> error =
                body.flatMap(one -> one.all("UPnPError").findFirst())
                        .filter(one -> one.textOf("errorCode").matches("\\d{1,9}"));
        if (error.isPresent()) {
            return refused(error.get());
        }
        Optional<Element> results = body.flatMap(one -> one.child(action + "Response"));
        if (status != 200 || results.isEmpty()) {
            return new RouterAnswer.Garbled<>(
                    action + ": HTTP " + status + ", no " + action + "Response");
        }
        Map<String, String> values = new HashMap<>();
        results.get().children().forEach(one -> values.putIfAbsent(one.name(), one.text()));
        return new RouterAnswer.Given<>(values);
    }

    private static RouterAnswer<Map<String, String>> refused(Element error) {
        int code = Integer.parseInt(error.textOf("errorCode"));
        String words = oneLine(error.textOf("errorDescription"));
        return new RouterAnswer.Refused<>(reason(code), code, words);
    }

    /**
     * The numbers of WANIPConnection:2, 2.7 (700 to 732), of WANIPv6FirewallControl:1, 2.6 (701 to
     * 709), and those of every service.
     */
    private static Refusal reason(int code) {
        return switch (code) {
            case 401, 602 -> Refusal.UNSUPPORTED;
            case 606, 702, 703 -> Refusal.NOT_AUTHORISED;
            case 704, 713, 714 -> Refusal.NO_ENTRY;
            case 718, 729 -> Refusal.CONFLICT;
            case 724 -> Refusal.SAME_PORT_REQUIRED;
            case 725 -> Refusal.ONLY_PERMANENT;
            case 701, 728 -> Refusal.NO_ROOM;
            default -> Refusal.OTHER;
        };
    }

    /** What a device says of itself may end up on a screen: printable, and no novel. */
    static String oneLine(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) : line;
    }
}
