package org.mailstation.daemon.delivery;

/** Asks which servers take letters for a domain. */
@FunctionalInterface
public interface MxLookup {
    /**
     * @param domain in ASCII, without a dot at its end. Blocks for some seconds at most.
     */
    MxAnswer ask(String domain);
}
