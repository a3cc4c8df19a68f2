package org.mailstation.desktop.work;

import org.mailstation.text.Text;

/**
 * An expected way for something to go wrong. Each package that can fail has one sealed family of
 * them; the window and the command line only need the sentence, and look at the kind where they can
 * do something about it.
 */
public interface Failure {
    /** What is wrong and what to do next. */
    Text text();

    /**
     * A stable short name, for example {@code ssh.wrong-password}, to search for and to quote; that
     * of the sentence, where it always is the same one.
     */
    default String code() {
        return text().key();
    }
}
