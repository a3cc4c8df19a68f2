package org.mailstation.daemon.store.search;

import java.util.Locale;

/** The texts of a letter that can be searched apart from each other. */
enum Kind {
    /** All text behind the header, with the names of files. */
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

    /** Begins each of its terms. */
    byte code() {
        return (byte) code;
    }

    /** Whether it is no part of another one. */
    boolean isWhole() {
        return this == whole();
    }

    /** The kind that has its text too. */
    Kind whole() {
        return this == BODY || this == NAME ? BODY : HEADER;
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
