package org.mailstation.desktop.way;

import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/**
 * How it looks, in a colour and a sentence: of one station or of several. On the owner's thread.
 */
public interface Prospect {

    Health health();

    /** The one sentence. */
    String sentence(Words words);

    /** Called after what a person needs to be told. */
    void onNews(Runnable listener);
}
