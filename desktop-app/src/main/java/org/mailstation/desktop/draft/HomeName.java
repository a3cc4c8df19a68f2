package org.mailstation.desktop.draft;

import java.util.Locale;
import org.mailstation.config.StationConfig;

/**
 * Under which names mail comes home.
 *
 * @param own the person has a domain; otherwise the name at the DDNS provider is the domain too
 * @param domain mail domain, as typed
 * @param hostName the station's name on the Internet, as typed
 * @param ddns the name that follows a changing address
 */
public record HomeName(boolean own, String domain, String hostName, NameDraft ddns) {

    public static final HomeName EMPTY = new HomeName(true, "", "", NameDraft.EMPTY);

    /** What a configuration says: its first domain. */
    public static HomeName of(StationConfig config) {
        String domain = config.domains().isEmpty() ? "" : config.domains().getFirst();
        String ddns = config.ddns().host();
        boolean borrowed = !ddns.isEmpty() && ddns.equals(domain) && ddns.equals(config.hostName());
        return new HomeName(!borrowed, domain, config.hostName(), NameDraft.of(config.ddns()));
    }

    public HomeName withOwn(boolean typed) {
        return new HomeName(typed, domain, hostName, ddns);
    }

    /** The host name follows, until somebody types another one. */
    public HomeName withDomain(String typed) {
        String follows = follows() ? proposal(typed, ddns.host()) : hostName;
        return new HomeName(own, typed, follows, ddns);
    }

    public HomeName withHostName(String typed) {
        return new HomeName(own, domain, typed, ddns);
    }

    /** The host name follows, until somebody types another one. */
    public HomeName withDdns(NameDraft typed) {
        String follows = follows() ? proposal(domain, typed.host()) : hostName;
        return new HomeName(own, domain, follows, typed);
    }

    private boolean follows() {
        return hostName.isEmpty() || hostName.equals(proposal(domain, ddns.host()));
    }

    /** The mail domain as the configuration holds it. */
    public String cleanDomain() {
        return clean(own ? domain : ddns.host());
    }

    /** The host name as the configuration holds it. */
    public String cleanHost() {
        return clean(own ? hostName : ddns.host());
    }

    private static String clean(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** A name that follows the address is good for others to find the station by; RFC 5321 5.1. */
    private static String proposal(String domain, String ddnsHost) {
        String clean = clean(domain);
        return !clean(ddnsHost).isEmpty()
                ? clean(ddnsHost)
                : clean.isEmpty() ? "" : "mail." + clean;
    }
}
