package org.mailstation.bounce;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What speaks for a letter's being a bounce. None of the signs proves it: people, too, write
 * "undeliverable" into a subject.
 *
 * @param noSender the envelope's sender was empty (RFC 5321 4.5.5)
 * @param machine a server calls itself the sender
 * @param subject the subject says so
 * @param failed it names the recipients in a field of its own
 */
record Signs(Enclosed letter, boolean noSender, boolean machine, boolean subject, boolean failed) {
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "undeliver|delivery (status|failure|report|has failed|delayed|incomplete)"
                            + "|delayed.{0,20}delivery|failure notice|returned mail|returned to sender"
                            + "|mail (delivery|system error)|delivery.{0,30}fail"
                            + "|(could|can) ?not be delivered|could not send|non-?delivery"
                            + "|unzustellbar|nicht zugestellt|Zustell(ung|barkeit)|Unzustellbarkeit"
                            + "|message .{0,30}not delivered|not delivered",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern AWAY =
            Pattern.compile(
                    "automatic reply|auto(matic)?[- ]?(response|reply)|out of (the )?office"
                            + "|automatische antwort|abwesen|vacation|urlaub",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURES =
            Pattern.compile("^report domain:|dmarc|tls-?rpt", Pattern.CASE_INSENSITIVE);

    static Signs of(Enclosed letter) {
        return new Signs(
                letter,
                letter.has("Return-Path")
                        && letter.value("Return-Path").replaceAll("[<>\\s]", "").isEmpty(),
                Addresses.isMachine(Addresses.first(letter.value("From")))
                        || letter.value("From").toLowerCase(Locale.ROOT).contains("mailer-daemon"),
                SUBJECT.matcher(letter.value("Subject")).find(),
                letter.has("X-Failed-Recipients"));
    }

    boolean isBounce(List<Refusal> refusals) {
        boolean quoted = refusals.stream().anyMatch(one -> !one.reply().isEmpty());
        int signs = (noSender ? 1 : 0) + (machine ? 1 : 0) + (subject ? 1 : 0);
        if (isReportOf("disposition-notification|feedback-report|tlsrpt") || isAway()) {
            return false;
        }
        return failed || signs >= 2 || signs == 1 && quoted && (machine || noSender);
    }

    NoBounce instead() {
        String type = letter.value("Content-Type").toLowerCase(Locale.ROOT);
        if (isReportOf("disposition-notification")) {
            return NoBounce.RECEIPT;
        }
        if (isReportOf("feedback-report")) {
            return NoBounce.COMPLAINT;
        }
        if (type.contains("tlsrpt") || FIGURES.matcher(letter.value("Subject")).find()) {
            return NoBounce.FIGURES;
        }
        return isAway() ? NoBounce.ANSWER : NoBounce.LETTER;
    }

    private boolean isReportOf(String kind) {
        String type = letter.value("Content-Type").toLowerCase(Locale.ROOT);
        return Pattern.compile("report-type=\"?(" + kind + ")").matcher(type).find();
    }

    private boolean isAway() {
        return AWAY.matcher(letter.value("Subject")).find()
                || letter.has("X-Autoreply")
                || letter.value("Auto-Submitted").toLowerCase(Locale.ROOT).contains("vacation");
    }
}
