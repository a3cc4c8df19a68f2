package org.mailstation.desktop.install;

import java.util.Locale;

/** How a mail server that is not root may come to ports below 1024 on a NAS. */
public enum LowPorts {
    /** the system gives this one right to this one program */
    OWN_RIGHT,
    /** the system lets every program use them */
    EVERYBODY,
    /** not at all: it listens above, and the router leads the usual ports there */
    NONE,
    /** the NAS does not tell */
    UNKNOWN;

    /** By its name in what a NAS says of itself. */
    static LowPorts named(String word) {
        for (LowPorts one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return one;
            }
        }
        return UNKNOWN;
    }
}
