package org.mailstation.bounce;

import java.util.Locale;

/** Why a letter was not taken. {@link Replies} says what belongs where. */
public enum Cause {
    /** nobody there has this address */
    NOBODY(Blame.NOBODY),
    /** the mailbox is switched off */
    MAILBOX_CLOSED(Blame.NOBODY),
    MAILBOX_FULL(Blame.THEM),
    /** the relay does not let us in */
    OUR_RELAY(Blame.US),
    /** no server of theirs could be reached */
    NOT_REACHED(Blame.UNKNOWN),
    /** it was kept until its time was over, and nothing is said of the reason */
    EXPIRED(Blame.UNKNOWN),
    /** their server breaks what its own domain demands (RFC 7672, RFC 8461) */
    NOT_SECURE(Blame.THEM),
    /** they take letters only over an encrypted connection */
    TLS_REQUIRED(Blame.US),
    /** the address of our line has no name, or one that does not lead back */
    REVERSE_NAME(Blame.US),
    /** the name that our server gives itself */
    HELLO_NAME(Blame.US),
    /** the sender's address or its domain does not exist, as far as they can see */
    SENDER_ADDRESS(Blame.US),
    /** SPF, DKIM or DMARC */
    NOT_PROVEN(Blame.US),
    /** addresses of homes may not send */
    HOME_LINE(Blame.US),
    /** the whole network of the Internet provider is blocked */
    NETWORK(Blame.US),
    /** nothing good is known of the address */
    REPUTATION(Blame.US),
    /** the name of the domain is on a list */
    DOMAIN_LISTED(Blame.US),
    /** the address is on a list */
    LISTED(Blame.US),
    TOO_FAST(Blame.US),
    /** the first try is always put off (RFC 6647) */
    GREYLISTING(Blame.NOBODY),
    SPAM(Blame.US),
    /** a harmful or forbidden file */
    FORBIDDEN_CONTENT(Blame.US),
    TOO_LARGE(Blame.US),
    /** addresses or the heading have letters that their server does not know (RFC 6531) */
    ENGLISH_ONLY(Blame.THEM),
    /** they want to be signed in to */
    LOGIN_MISSING(Blame.US),
    /** the server asked does not feel responsible for the recipient */
    RELAY_DENIED(Blame.UNKNOWN),
    /** the recipient, or somebody for him, wants no letters from this sender */
    BLOCKED(Blame.THEM),
    /** name servers of the recipient's domain fail, or say what cannot be */
    DNS_BROKEN(Blame.THEM),
    /** there is no such domain, or it takes no letters (RFC 7505) */
    NO_DOMAIN(Blame.NOBODY),
    /** it went round in circles */
    LOOP(Blame.THEM),
    /** somebody else wrote it under our name, and the refusal came to us */
    FORGED(Blame.NOBODY),
    /** refused for good, for a reason that is not known here */
    OTHER(Blame.UNKNOWN),
    /** refused for now, for a reason that is not known here */
    LATER(Blame.UNKNOWN),
    /** nothing is said that is understood here */
    UNKNOWN(Blame.UNKNOWN);

    private final Blame blame;

    Cause(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }

    /** As in the keys of sentences: {@code reverse-name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says why, not only that. */
    public boolean isSpecific() {
        return switch (this) {
            case OTHER, LATER, UNKNOWN, EXPIRED -> false;
            default -> true;
        };
    }

    /**
     * Whether the same letter would be taken if it came from another address, such as that of a
     * relay. What is said of the recipient, of the content or of the sender's domain is the same
     * everywhere.
     */
    public boolean isCuredByRelay() {
        return switch (this) {
            case REVERSE_NAME, HELLO_NAME, HOME_LINE, NETWORK, REPUTATION, LISTED -> true;
            default -> false;
        };
    }

    /** Whether there was nobody who refused: the letter reached no server of theirs. */
    boolean isBeforeTheirDoor() {
        return switch (this) {
            case NOT_REACHED, EXPIRED, NOT_SECURE, DNS_BROKEN, NO_DOMAIN, OUR_RELAY -> true;
            default -> false;
        };
    }
}
