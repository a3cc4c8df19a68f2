package org.mailstation.daemon.store.search;

import java.util.Locale;

/** The texts of a letter that can be searched apart from each other. */
enum Kind {
    BODY('b'),
    /** All fields of the header, as {@code name: value}. */
    HEADER('h'),
    SUBJECT('s'),
    FROM('f'),
    TO('t'),
    CC('c'),
    BCC('x'),
    /** Names of attached files. */
    NAME('n');

    private final char code;

    Kind(char code) {
        this.code = code;
    }

    /** Begins each term for a few characters in a row. */
    byte gramCode() {
        return (byte) code;
    }

    /** Begins each term for the start of a word. */
    byte wordCode() {
        return (byte) Character.toUpperCase(code);
    }

    /** Where the value of this header field is. */
    static Kind of(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "subject" -> SUBJECT;
            case "from" -> FROM;
            case "to" -> TO;
            case "cc" -> CC;
            case "bcc" -> BCC;
            default -> HEADER;
        };
    }
}
