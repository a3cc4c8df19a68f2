package org.mailstation.config;

import java.util.Locale;

/** In which language the station writes to people. */
public enum Language {
    EN(Locale.ENGLISH),
    DE(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The nearest to what somebody's computer is set to. */
    public static Language of(Locale computer) {
        return computer.getLanguage().equals("de") ? DE : EN;
    }
}
