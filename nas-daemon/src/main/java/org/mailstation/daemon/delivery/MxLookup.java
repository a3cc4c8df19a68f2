package org.mailstation.daemon.delivery;

/** Asks which servers take letters for a domain. */
@FunctionalInterface
public interface MxLookup {
    /**
     * Asks, and blocks for some seconds at most.
     *
     * @param domain in ASCII, without a dot at its end
     */
    MxAnswer ask(String domain);
}
