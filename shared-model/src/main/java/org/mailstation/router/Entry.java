package org.mailstation.router;

/** Where a port of the router leads, as far as it tells. */
public sealed interface Entry {
    record Leads(Mapping mapping) implements Entry {}

    /**
     * Nothing that was asked for over the network. A forward that somebody entered by hand is often
     * not told.
     */
    record NotListed() implements Entry {}

    /** This protocol has no way to ask. */
    record CannotAsk() implements Entry {}
}
