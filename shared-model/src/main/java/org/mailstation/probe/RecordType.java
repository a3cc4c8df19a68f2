package org.mailstation.probe;

/** The kinds of DNS records that matter to mail. */
public enum RecordType {
    /** RFC 1035 3.4.1 */
    A,
    /** RFC 3596 */
    AAAA,
    /** RFC 1035 3.3.1 */
    CNAME,
    /** RFC 1035 3.3.9 */
    MX,
    /** RFC 1035 3.3.11 */
    NS,
    /** RFC 1035 3.3.12 */
    PTR,
    /** RFC 1035 3.3.13 */
    SOA,
    /** RFC 1035 3.3.14 */
    TXT,
    /** RFC 2782 */
    SRV,
    /** RFC 8659 */
    CAA,
    /** RFC 6698 */
    TLSA
}
