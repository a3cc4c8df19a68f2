package org.mailstation.bounce;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the fields of one recipient mean (RFC 3464 2.3).
 *
 * @param reporter the server that reports
 * @param told what the same letter tells people
 */
record StatusReading(Map<String, String> group, String reporter, List<Refusal> told) {

    Refusal read(String action) {
        String recipient = StatusFields.address(group);
        String status = group.getOrDefault("status", "").replaceAll("[^\\d.].*$", "");
        String reply = reply();
        Cause cause = cause(reply, status);
        Refusal words = words(recipient);
        String server = StatusFields.name(group.getOrDefault("remote-mta", ""));
        if (words != null) {
            if (!cause.isSpecific() && words.cause().isSpecific()) {
                cause = words.cause();
            }
            reply = reply.isEmpty() ? words.reply() : reply;
            server = server.isEmpty() ? words.server() : server;
        }
        // where no other server is named, it is the reporting one that did not want it
        if (server.isEmpty() && !cause.isBeforeTheirDoor() && cause != Cause.UNKNOWN) {
            server = reporter;
        }
        return Refusal.of(recipient, server, cause, again(action, status), reply);
    }

    private String reply() {
        String said =
                Replies.oneLine(StatusFields.value(group.getOrDefault("diagnostic-code", "")));
        // Exim, Postfix and Outlook put a name or their own words in front
        java.util.regex.Matcher code =
                java.util.regex.Pattern.compile("(?<![\\w.])[45]\\d\\d[ -][45]\\.\\d{1,3}\\.\\d")
                        .matcher(said);
        return code.find() && code.start() > 0 && code.start() < 200
                ? Replies.oneLine(said.substring(code.start()))
                : said;
    }

    private static Cause cause(String reply, String status) {
        Cause said = reply.isEmpty() ? Cause.UNKNOWN : Replies.of(reply);
        if (said.isSpecific() || status.isEmpty()) {
            return said;
        }
        Cause coded = Replies.of(status);
        if (coded.isSpecific() || said == Cause.UNKNOWN) {
            return coded;
        }
        return said;
    }

    private @org.jspecify.annotations.Nullable Refusal words(String recipient) {
        Stream<Refusal> mine =
                told.stream()
                        .filter(
                                one ->
                                        one.recipient().isEmpty()
                                                || one.recipient().equalsIgnoreCase(recipient)
                                                || told.size() == 1);
        return mine.max(java.util.Comparator.comparingInt(Refusal::worth)).orElse(null);
    }

    private static Again again(String action, String status) {
        return switch (action) {
            case "delayed" -> Again.YES;
            case "failed" -> Again.NO;
            default ->
                    status.startsWith("4")
                            ? Again.YES
                            : status.startsWith("5") ? Again.NO : Again.UNKNOWN;
        };
    }
}
