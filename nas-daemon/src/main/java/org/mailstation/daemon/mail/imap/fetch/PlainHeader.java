package org.mailstation.daemon.mail.imap.fetch;

import java.util.Collection;

/**
 * A header in which everything is as RFC 5322 2.2 wants it: names without blanks around them, CRLF
 * at the end of each line, an empty line last; contents may have letters beyond ASCII (RFC 6532).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record PlainHeader(byte[] octets) {
    /**
     * Adds the fields with these names, or all others, in their order: the name, a colon, a blank,
     * and what follows with its folds. Blanks behind the colon are counted as James does.
     *
     * @return {@code false} if the header is not plain; some fields may have been added
     */
    boolean pick(Collection<String> names, boolean not, Octets out) {
        int at = 0;
        while (at < octets.length && octets[at] != '\r') {
            int colon = colon(at);
            int end = colon < 0 ? -1 : end(colon);
            if (end < 0) {
                return false;
            }
            if (isOneOf(names, at, colon) != not) {
                add(at, colon, end, out);
            }
            at = end + 2;
        }
        return at == octets.length - 2 && octets[at + 1] == '\n';
    }

    private void add(int from, int colon, int end, Octets out) {
        int value = colon + 1;
        if (end > value + 1 && octets[value] == ' ') {
            value++;
        }
        if (end > value && octets[value] == ' ') {
            value++;
        }
        out.add(octets, from, colon).add(": ").add(octets, value, end + 2);
    }

    /** Behind a name of letters, digits and dashes; -1 if it is another one. */
    private int colon(int from) {
        int at = from;
        while (at < octets.length && isWordly(octets[at])) {
            at++;
        }
        return at > from && at < octets.length && octets[at] == ':' ? at : -1;
    }

    private static boolean isWordly(byte octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet == '-'
                || octet == '_'
                || octet >= '0' && octet <= '9';
    }

    /** Where the field's last line ends, before its CRLF; -1 if something is not plain. */
    private int end(int colon) {
        int last = octets.length - 2;
        for (int at = colon + 1; at < last; at++) {
            byte octet = octets[at];
            if (octet == '\r') {
                if (octets[at + 1] != '\n') {
                    return -1;
                }
                if (octets[at + 2] != ' ' && octets[at + 2] != '\t') {
                    return at;
                }
                at++;
            } else if (octet >= 0 && octet < ' ' && octet != '\t') {
                return -1;
            }
        }
        return -1;
    }

    private boolean isOneOf(Collection<String> names, int from, int to) {
        for (String name : names) {
            if (name.length() == to - from && isSame(name, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(String name, int from) {
        for (int i = 0; i < name.length(); i++) {
            if (lower(name.charAt(i)) != lower((char) octets[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }
}
