package org.mailstation.daemon.assurance;

/** What the servers of one destination must show. */
@FunctionalInterface
public interface Assurance {
    /** Nothing is demanded of anybody. */
    Assurance NONE = _ -> new Demand.Nothing();

    /**
     * Asks for one server, and blocks for some seconds at most.
     *
     * @param host in small letters, without a dot at its end
     * @throws NotSecureException if this server must not get the letter
     */
    Demand of(String host) throws NotSecureException;

    /** Finds out what a destination demands. */
    @FunctionalInterface
    interface Finder {
        /** Nobody demands anything. */
        Finder NONE = _ -> Assurance.NONE;

        /**
         * Asks, and blocks for some seconds at most.
         *
         * @param domain of the recipients, in ASCII and small letters
         */
        Assurance towards(String domain);
    }
}
