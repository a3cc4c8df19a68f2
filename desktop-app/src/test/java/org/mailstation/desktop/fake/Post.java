package org.mailstation.desktop.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;

/** What large providers said of a family's letters, in their own words. */
public final class Post {
    private static final Instant AT = Instant.parse("2026-05-04T06:00:00Z");
    private static final String ANNA = "anna@home.example";

    private Post() {}

    public static WaitingLetters waiting() {
        return new WaitingLetters(
                List.of(
                        waiting(
                                "oma@web.de",
                                "421 4.7.0 mx-ha.web.de Service temporarily unavailable, greylisted"),
                        waiting("bob@friends.example", "")),
                2,
                true);
    }

    private static WaitingLetter waiting(String to, String reason) {
        return new WaitingLetter(
                "q1",
                "<q1@home.example>",
                ANNA,
                List.of(to),
                "Our holidays",
                AT,
                AT.plus(Duration.ofMinutes(30)),
                reason.isEmpty() ? 0 : 2,
                reason,
                "");
    }

    /** One of each fate. */
    public static List<Trace> letters() {
        return List.of(
                letter(
                        ANNA,
                        "bob@gmail.com",
                        TraceStep.Kind.RETURNED,
                        "550-5.7.25 [198.51.100.7] The IP address sending this message does not have a PTR record. ab12 - gsmtp"),
                letter(
                        ANNA,
                        "carol@outlook.com",
                        TraceStep.Kind.DELAYED,
                        "451 4.7.650 The mail server [198.51.100.7] has been temporarily rate limited (S775) (2026-05-04T06:30:00Z)"),
                letter(
                        "bank@big-bank.example",
                        ANNA,
                        TraceStep.Kind.REFUSED,
                        "550 5.7.26 Neither SPF nor DKIM proves that this letter is from big-bank.example, which asks to refuse such letters (DMARC)"),
                letter("", ANNA, TraceStep.Kind.DELIVERED, ""),
                letter(ANNA, "dave@gmx.de", TraceStep.Kind.SENT, "PROVEN"));
    }

    private static Trace letter(String from, String to, TraceStep.Kind kind, String detail) {
        String place =
                switch (kind) {
                    case DELIVERED -> "INBOX";
                    case SENT -> "mx00.gmx.net";
                    default -> "";
                };
        return new Trace(
                "n1",
                AT,
                "",
                from,
                List.of(to),
                "Our holidays",
                "home",
                1000,
                "",
                List.of(new TraceStep(AT, kind, to, place, detail)));
    }
}
