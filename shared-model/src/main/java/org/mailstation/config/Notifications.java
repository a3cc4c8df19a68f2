package org.mailstation.config;

/**
 * Whom the station tells when its health changes, and how it writes to people at all.
 *
 * @param address where to write; empty: nobody
 * @param language of everything that the station writes to people: reports, warnings
 */
public record Notifications(String address, Language language) {
    public static final Notifications NOBODY = new Notifications("", Language.EN);

    /** The same in another language. */
    public Notifications in(Language other) {
        return new Notifications(address, other);
    }
}
