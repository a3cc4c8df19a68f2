package org.mailstation.daemon.store.text;

import java.io.IOException;

/** Takes the text of a letter as it is read. */
public interface TextSink {
    /** A piece of running text. What follows goes on where it ends. */
    void text(CharSequence piece) throws IOException;

    /** What follows is another text: no word goes on from here. */
    void pause() throws IOException;

    /** A part of the letter that is kept as a file. */
    default void attachment(String name) throws IOException {
        text(name);
        pause();
    }
}
