package org.mailstation.daemon.dkim;

/** What the DNS says of the key of a signature (RFC 6376 3.6.2). */
public sealed interface KeyAnswer {
    /** The text of the record. */
    record Found(String record) implements KeyAnswer {}

    record None() implements KeyAnswer {}

    record CouldNotTell() implements KeyAnswer {}

    /** Looks keys up; blocks. */
    @FunctionalInterface
    interface Lookup {
        /**
         * @param name for example {@code selector._domainkey.example.org}
         */
        KeyAnswer ask(String name);
    }
}
