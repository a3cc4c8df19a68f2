package org.mailstation.bounce;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which letter came back. */
final class Originals {
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,900})>");
    private static final Pattern IN_TEXT =
            Pattern.compile("(?im)^[> ]*Message-ID:\\s*<([^<>\\s]{1,900})>");

    private Originals() {}

    /**
     * @param all the letters of the file
     * @param report index of the bounce among them
     */
    static Original of(List<Enclosed> all, int report) {
        Enclosed bounce = all.get(report);
        for (Enclosed one : all) {
            if (one.parent() == report && !one.fields().isEmpty()) {
                return of(one);
            }
        }
        String header = bounce.text("text/rfc822-headers") + bounce.text("text/rfc822");
        if (!header.isBlank()) {
            List<Enclosed> read =
                    LetterFile.read(
                            (header.strip() + "\n\n")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (!read.isEmpty()) {
                return of(read.getFirst());
            }
        }
        return inText(bounce.text("text/plain"));
    }

    /** What a copy of the letter below the words of a server says. */
    static Original inText(String text) {
        Matcher id = IN_TEXT.matcher(text);
        return id.find() ? new Original(id.group(1), "", "", "") : Original.UNKNOWN;
    }

    private static Original of(Enclosed letter) {
        Matcher id = ID.matcher(letter.value("Message-ID"));
        return new Original(
                id.find() ? id.group(1) : "",
                Addresses.first(letter.value("From")),
                letter.value("Subject"),
                letter.value("Date"));
    }
}
