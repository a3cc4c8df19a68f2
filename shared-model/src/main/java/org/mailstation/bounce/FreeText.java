package org.mailstation.bounce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what servers write for people: paragraph by paragraph, where one names the recipient, one
 * the server, and one the answer.
 */
final class FreeText {
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int MOST_PARAGRAPHS = 400;

    /** An answer's code as RFC 5321 4.2 has it, and more behind it. */
    private static final Pattern REPLY =
            Pattern.compile(
                    "(?<![\\w.#@-])(4(?:21|3\\d|5\\d|7\\d)|5(?:0[0-4]|2\\d|3\\d|5\\d|7\\d))"
                            + "(?=[ -]+\\S)(?!-\\d{3})");

    private static final Pattern SERVER =
            Pattern.compile(
                    "(?:host (?=[\\w.-]{1,200} ?\\[)|Remote[- ]Server at |while talking to |relay=|connect to |Connected to "
                            + "|by (?=\\S+\\.? \\[))"
                            + "([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})"
                            + "|([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}) (?:gave this error"
                            + "|rejected your message|hat den folgenden|does not like"
                            + "|failed after)",
                    Pattern.CASE_INSENSITIVE);

    /** From here on it is the letter itself that speaks. */
    private static final Pattern COPY =
            Pattern.compile(
                    "(?im)^[> ]*(-{2,}.{0,20}(this is a copy of|below this line|original message"
                            + "|returned message|the header|Ursprüngliche).{0,80}"
                            + "|Original message headers:|Reporting-MTA: .*|Return-Path: .*"
                            + "|-{2,} Forwarded message -{2,})$");

    private static final Pattern AGAIN =
            Pattern.compile(
                    "(?i)will (be )?(retr|tried again|keep|continue)|still (being )?try"
                            + "|not yet (been )?deliver|no action is required|delivery.{0,30}delayed"
                            + "|THIS IS A WARNING|has not yet|noch nicht zugestellt"
                            + "|weiter(hin)? versuch|erneut versucht");

    private final Collection<String> strangers;
    private final Again again;
    private final Map<String, Refusal> found = new LinkedHashMap<>();
    private List<String> current;
    private String server = "";

    private FreeText(Collection<String> failed, Collection<String> strangers, Again again) {
        this.current = List.copyOf(failed);
        this.strangers = strangers;
        this.again = again;
    }

    /**
     * @param failed recipients that are known; may be empty
     * @param strangers addresses that are none, such as that of the sender
     * @return the best for each recipient; empty: no answer is in it
     */
    static List<Refusal> read(String text, Collection<String> failed, Set<String> strangers) {
        String said = beforeTheCopy(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
        Again again = AGAIN.matcher(said).find() ? Again.YES : Again.UNKNOWN;
        FreeText reading = new FreeText(failed, strangers, again);
        String[] paragraphs = said.replace("\r", "").split("\n[ \t>]*\n", MOST_PARAGRAPHS);
        for (String paragraph : paragraphs) {
            reading.paragraph(paragraph.replaceAll("\\s+", " ").strip());
        }
        return reading.best();
    }

    /** What was said before anybody was named belongs to those who are named later. */
    private List<Refusal> best() {
        Refusal nobody = found.get("");
        if (nobody != null && found.size() > 1) {
            found.remove("");
            int most = found.values().stream().mapToInt(Refusal::worth).max().orElse(0);
            if (found.size() == 1 && nobody.worth() > most) {
                String named = found.keySet().iterator().next();
                return List.of(nobody.to(named));
            }
        }
        return List.copyOf(found.values());
    }

    /** The text in front of the letter that is shown below it. */
    static String beforeTheCopy(String text) {
        Matcher copy = COPY.matcher(text);
        return copy.find() ? text.substring(0, copy.start()) : text;
    }

    private void paragraph(String paragraph) {
        if (paragraph.isEmpty()) {
            return;
        }
        Matcher code = REPLY.matcher(paragraph);
        boolean quoted = code.find();
        String before = quoted ? paragraph.substring(0, code.start()) : paragraph;
        String reply = quoted ? trimmed(paragraph.substring(code.start())) : "";
        recipients(before, reply);
        Matcher named = SERVER.matcher(before);
        if (named.find()) {
            server = named.group(1) == null ? named.group(2) : named.group(1);
        }
        Cause cause = Replies.of(quoted ? reply : paragraph);
        if (cause == Cause.UNKNOWN) {
            return;
        }
        for (String one : current.isEmpty() ? List.of("") : current) {
            offer(Refusal.of(one, server, cause, again(reply), reply, paragraph));
        }
    }

    private void recipients(String before, String reply) {
        List<String> named = people(before);
        if (named.isEmpty() && current.isEmpty()) {
            named = people(reply);
        }
        if (!named.isEmpty()) {
            current = named;
        }
    }

    private List<String> people(String text) {
        List<String> people = new ArrayList<>(Addresses.in(text));
        people.removeIf(one -> Addresses.isMachine(one) || strangers.contains(one));
        return people;
    }

    private Again again(String reply) {
        if (again == Again.YES || reply.isEmpty()) {
            return again;
        }
        // a server that got 4xx tries again by itself (RFC 5321 4.2.1)
        return reply.startsWith("4") ? Again.YES : Again.NO;
    }

    private void offer(Refusal refusal) {
        found.merge(
                refusal.recipient(),
                refusal,
                (old, more) -> more.worth() > old.worth() ? more : old);
    }

    /** Without what the reporting server adds behind. */
    private static String trimmed(String reply) {
        String line = Replies.oneLine(reply);
        return line.replaceFirst("\\s*\\(in reply to .{0,60}$", "").replaceFirst("['\")]+$", "");
    }
}
