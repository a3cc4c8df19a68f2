package org.mailstation.check;

import org.mailstation.probe.RecordType;

/** Records for whatever nobody has entered (RFC 4592): they answer where nothing should. */
final class Wildcard {
    /** A label that nobody has. */
    private static final String NOBODY = "mail-station-nobody";

    private Wildcard() {}

    /** Whether the address of a name is one that every other name there has too. */
    static boolean covers(Scene scene, String name, Published.Same address)
            throws InterruptedException {
        int dot = name.indexOf('.');
        return dot > 0
                && scene.names().ask(nobody(name.substring(dot + 1)), RecordType.A)
                        instanceof Published.Same other
                && !other.values().isEmpty()
                && other.values().equals(address.values());
    }

    /** A name in a domain that should not be there. */
    static String nobody(String domain) {
        return NOBODY + "." + domain;
    }
}
