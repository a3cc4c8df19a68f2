package org.mailstation.desktop.view.parts;

import java.nio.file.Path;
import java.util.Optional;

/** What the desktop does for a window, and a computer without a display cannot. */
public interface Dialogs {

    /** Lets the person choose a private key file; empty: he chose none. */
    Optional<Path> chooseKeyFile();

    /** Puts text on the clipboard. */
    void copy(String text);

    /** Shows a failure that nobody foresaw, until it is closed. */
    void error(ErrorReport report);

    /** Ends the program. */
    void quit();
}
