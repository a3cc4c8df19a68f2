package org.mailstation.diagnosis;

import java.util.List;
import org.mailstation.finding.Finding;

/**
 * A check's name taken apart: {@code reach:smtp} and {@code listener.smtp} are the kind and what it
 * is about.
 *
 * @param about empty if the check is about the whole
 */
record Subject(String kind, String about) {
    /** What the daemon says of its own parts has a dot where others have a colon. */
    private static final List<String> PARTS = List.of("listener", "forwarding", "password", "ddns");

    static Subject of(Finding finding) {
        String name = finding.check();
        for (String part : PARTS) {
            if (name.startsWith(part + ".")) {
                return new Subject(part, name.substring(part.length() + 1));
            }
        }
        int colon = name.indexOf(':');
        return colon < 0
                ? new Subject(name, "")
                : new Subject(name.substring(0, colon), name.substring(colon + 1));
    }
}
