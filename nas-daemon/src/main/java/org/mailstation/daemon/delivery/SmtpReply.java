package org.mailstation.daemon.delivery;

/**
 * Another server's answer (RFC 5321 4.2), or our own words in its place.
 *
 * @param code 200 to 599
 * @param text all lines, joined by blanks, without the codes; printable ASCII
 */
record SmtpReply(int code, String text) {
    boolean isGood() {
        return code < 400;
    }

    boolean isFinal() {
        return code >= 500;
    }

    /** The code of RFC 3463 that the text begins with, or the general one of its class. */
    String status() {
        String[] words = text.split(" ", 2);
        boolean given = words[0].matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
        return given ? words[0] : code / 100 + ".0.0";
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
