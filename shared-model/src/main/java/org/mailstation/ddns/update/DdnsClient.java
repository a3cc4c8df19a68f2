package org.mailstation.ddns.update;

/** Speaks one protocol. */
public interface DdnsClient {
    /**
     * Tells the address and waits for the answer, for a limited time; never throws because of it.
     */
    Outcome update(Update update);
}
