package org.mailstation.diagnosis;

import org.mailstation.finding.Finding;

/**
 * A check's name taken apart: {@code reach:smtp} and {@code listener.smtp} are the kind and what it
 * is about.
 *
 * @param about empty if the check is about the whole
 */
record Subject(String kind, String about) {
    private static final String LISTENER = "listener.";

    static Subject of(Finding finding) {
        String name = finding.check();
        if (name.startsWith(LISTENER)) {
            return new Subject("listener", name.substring(LISTENER.length()));
        }
        int colon = name.indexOf(':');
        return colon < 0
                ? new Subject(name, "")
                : new Subject(name.substring(0, colon), name.substring(colon + 1));
    }
}
