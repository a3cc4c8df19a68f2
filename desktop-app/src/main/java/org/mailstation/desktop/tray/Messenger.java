package org.mailstation.desktop.tray;

import org.mailstation.finding.Health;

/** Tells a person something who does not look at the window. */
@FunctionalInterface
public interface Messenger {
    /**
     * @param health for its picture
     * @param title in a few words
     * @param text the sentence
     */
    void tell(Health health, String title, String text);
}
