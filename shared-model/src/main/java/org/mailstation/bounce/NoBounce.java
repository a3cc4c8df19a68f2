package org.mailstation.bounce;

import java.util.Locale;
import org.mailstation.text.Text;

/** What it is instead of a returned letter. */
public enum NoBounce {
    /** somebody is away */
    ANSWER,
    /** it was opened (RFC 8098) */
    RECEIPT,
    /** it arrived (RFC 3464 2.3.3, delivered) */
    DELIVERED,
    /** somebody complains about a letter (RFC 5965) */
    COMPLAINT,
    /** figures about the domain: DMARC, TLS */
    FIGURES,
    /** an ordinary letter */
    LETTER,
    /** text without an answer of a mail server */
    TEXT,
    EMPTY,
    /** Outlook's own form of a letter */
    OUTLOOK_FILE,
    /** no text at all */
    NO_TEXT;

    /** What to tell a person. */
    public Text text() {
        return Text.of("bounce.none." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
