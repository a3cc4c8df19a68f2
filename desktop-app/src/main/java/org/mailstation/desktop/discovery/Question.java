package org.mailstation.desktop.discovery;

import java.util.function.Consumer;
import org.mailstation.lan.Deadline;

/** Asks one network, or all of them, by one channel. */
interface Question {

    Channel channel();

    /**
     * Asks and listens. An interrupt ends it at once.
     *
     * @param heard is given each answer as it arrives
     * @param until nothing is awaited after that
     */
    ChannelAnswer ask(Consumer<Sighting> heard, Deadline until);
}
