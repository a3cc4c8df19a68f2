package org.mailstation.desktop.flow;

import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Explanation;
import org.mailstation.text.Text;

/**
 * One of the files, or the text, that somebody wanted to have explained.
 *
 * @param name of the file; empty: a text
 * @param found what it means; {@code null}: it could not be read
 * @param problem why not, as a whole sentence; {@code null}: it was read
 */
public record Explained(String name, @Nullable Explanation found, @Nullable Text problem) {
    public static Explained unreadable(String name) {
        return new Explained(name, null, new FlowFailure.Unreadable(name).text());
    }
}
