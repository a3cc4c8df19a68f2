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
    /** longer than what is read, and no answer of a server in what was read */
    TOO_LARGE,
    /** Outlook's own form of a letter */
    OUTLOOK_FILE,
    /** no text at all */
    NO_TEXT;

    /** What to tell a person. */
    public Text text() {
        String key = "bounce.none." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        return this == TOO_LARGE ? Text.of(key, Bounces.MOST_BYTES / (1024 * 1024)) : Text.of(key);
    }
}
