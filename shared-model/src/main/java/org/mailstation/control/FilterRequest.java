package org.mailstation.control;

/**
 * Asks for the filter rules of an account, or changes them.
 *
 * @param address of a configured account
 * @param name of a script; empty where it does not matter
 * @param text of the script, in Sieve (RFC 5228); empty where it does not matter
 */
public record FilterRequest(String address, Wanted wanted, String name, String text) {
    /** What to do before answering. */
    public enum Wanted {
        LIST,
        /** answer with the text of the script */
        SHOW,
        /** only tell whether the text can be understood */
        CHECK,
        PUT,
        /** letters pass this script from now on; no name: none */
        ACTIVATE,
        REMOVE
    }
}
