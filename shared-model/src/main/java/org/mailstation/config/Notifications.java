package org.mailstation.config;

/**
 * Whom the station tells when its health changes.
 *
 * @param address where to write; empty: nobody
 */
public record Notifications(String address) {
    public static final Notifications NOBODY = new Notifications("");
}
