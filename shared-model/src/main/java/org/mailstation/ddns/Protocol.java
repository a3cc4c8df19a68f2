package org.mailstation.ddns;

/** How an address is told to a provider; one client for each. */
public enum Protocol {
    /** the old request of DynDNS, which most providers understand */
    DYNDNS2,
    DUCKDNS,
    CLOUDFLARE,
    TWODNS,
    FREEDNS,
    /** DNS UPDATE, RFC 2136, signed by TSIG, RFC 8945 */
    RFC2136
}
