package org.mailstation.config;

/**
 * The service that keeps a name pointing at a changing address. The password or token is the secret
 * {@code ddns}.
 *
 * @param provider id in the provider catalogue, for example {@code noip}; empty: none
 * @param host the name to keep up to date; empty: none
 * @param user login name at the provider; empty where it knows none
 * @param server update URL, for the provider {@code custom} only; empty otherwise
 */
public record Ddns(String provider, String host, String user, String server) {
    public static final Ddns NONE = new Ddns("", "", "", "");
}
