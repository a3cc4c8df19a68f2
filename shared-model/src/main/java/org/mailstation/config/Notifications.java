package org.mailstation.config;

/**
 * How the station looks after itself, whom it tells when its health changes, and how it writes to
 * people at all.
 *
 * @param address where to write; empty: nobody
 * @param language of everything that the station writes to people: reports, warnings
 * @param watch whether it looks after itself without being asked
 * @param every how often it looks at everything, also at what only others can tell; as in {@link
 *     Rhythm}
 */
public record Notifications(String address, Language language, boolean watch, String every) {
    public static final Notifications NOBODY = new Notifications("", Language.EN, true, "6h");

    /** Letters for somebody, and all else as usual. */
    public static Notifications to(String address, Language language) {
        return NOBODY.at(address).in(language);
    }

    /** The same with letters for somebody else. */
    public Notifications at(String other) {
        return new Notifications(other, language, watch, every);
    }

    /** The same in another language. */
    public Notifications in(Language other) {
        return new Notifications(address, other, watch, every);
    }

    /** The same with other looks. */
    public Notifications looking(boolean on, String rhythm) {
        return new Notifications(address, language, on, rhythm);
    }
}
