package org.mailstation.daemon.queue;

import java.io.IOException;
import java.io.InputStream;

/**
 * An entry before it is in the queue.
 *
 * @param letter opened once for each attempt to write it
 */
record NewEntry(String id, Envelope envelope, Content letter) {
    /** The octets of a letter. */
    interface Content {
        InputStream open() throws IOException;
    }
}
