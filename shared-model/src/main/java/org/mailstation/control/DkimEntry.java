package org.mailstation.control;

/**
 * A record with which others prove the signatures of one domain (RFC 6376 3.6.2), type TXT.
 *
 * @param selector of the key
 * @param name of the record, without a last dot
 * @param value of the record, in one piece; a zone file splits it after 255 characters
 */
public record DkimEntry(
        String domain, String selector, String name, String value, Publication published) {
    /** Whether the DNS has it. */
    public enum Publication {
        YES,
        NO,
        /** there is a record under this name, but it does not prove this key */
        OTHER,
        /** the DNS could not be asked, or its servers contradict each other */
        UNKNOWN
    }
}
