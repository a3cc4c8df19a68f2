package org.mailstation.desktop.report;

import java.util.Locale;
import java.util.Set;

/** The paper that a report is printed on. */
public enum Sheet {
    A4,
    LETTER;

    /** Countries that print on Letter (Unicode CLDR, {@code measurementData}, paperSize). */
    private static final Set<String> ON_LETTER =
            Set.of(
                    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US",
                    "VE");

    /** What is in the printers there. */
    public static Sheet of(Locale locale) {
        return ON_LETTER.contains(locale.getCountry()) ? LETTER : A4;
    }

    /** As CSS calls it (CSS Paged Media 3, {@code size}). */
    String css() {
        return this == A4 ? "A4" : "letter";
    }
}
