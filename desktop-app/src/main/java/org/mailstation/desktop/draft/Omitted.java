package org.mailstation.desktop.draft;

/**
 * A password that was typed into a draft and is kept nowhere on this computer.
 *
 * @param whose address of the mailbox, name at the DDNS provider, or host of the relay
 */
public record Omitted(Kind kind, String whose) {
    /** What it opens. */
    public enum Kind {
        MAILBOX,
        DDNS,
        RELAY
    }
}
