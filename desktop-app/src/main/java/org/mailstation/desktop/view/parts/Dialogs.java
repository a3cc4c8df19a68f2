package org.mailstation.desktop.view.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.flow.Wish;

/** What the desktop does for a window, and a computer without a display cannot. */
public interface Dialogs {

    /** Lets the person choose a private key file; empty: he chose none. */
    Optional<Path> chooseKeyFile();

    /** Lets the person choose a letter that was saved as a file; empty: he chose none. */
    Optional<Path> chooseLetter();

    /** Shows what a letter that came back means; what is shown follows what is asked. */
    void returned(Explaining explaining);

    /** Lets the person choose the folder where newer versions lie; empty: none was chosen. */
    Optional<Path> chooseUpdates();

    /** Puts text on the clipboard. */
    void copy(String text);

    /**
     * Lets the person choose a place for a text file and writes it there.
     *
     * @param name proposed
     * @return where it is; empty: nowhere
     * @throws IOException if it could not be written
     */
    default Optional<Path> save(String name, String content) throws IOException {
        return save(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a file that is no text. */
    Optional<Path> save(String name, byte[] content) throws IOException;

    /**
     * Lets the person choose a place for a file that somebody else will write.
     *
     * @param name proposed
     * @return empty: nowhere
     */
    Optional<Path> place(String name);

    /**
     * Shows a file in the program that the computer has for it. Blocks a moment: not on the JavaFX
     * thread.
     *
     * @throws IOException if it has none
     */
    void open(Path file) throws IOException;

    /** Makes a report about the station, in a window of its own. */
    void report();

    /** Shows a failure that nobody foresaw, until it is closed. */
    void error(ErrorReport report);

    /**
     * Asks once more before something is lost.
     *
     * @param yes what is then done; on the JavaFX thread
     */
    void confirm(Wish wish, Runnable yes);

    /** Ends the program. */
    void quit();
}
