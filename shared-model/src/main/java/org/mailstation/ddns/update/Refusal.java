package org.mailstation.ddns.update;

import org.mailstation.text.Text;
import org.mailstation.text.Words;

/** Why a provider refuses for good. */
public enum Refusal {
    BAD_AUTH,
    /** login or name is wrong; the provider does not say which */
    BAD_AUTH_OR_NAME,
    NOT_PAID,
    NOT_A_NAME,
    NO_SUCH_NAME,
    NOT_YOURS,
    NOT_ACTIVE,
    TOO_MANY_NAMES,
    ABUSE,
    BAD_AGENT,
    BAD_PARAMETER,
    /** the clocks of both sides differ too much to trust a signature */
    CLOCK;

    /** What is wrong, and what to do about it. */
    public Text sentence(String provider, String host) {
        return Text.of("ddns.refused." + Words.of(this), provider, host);
    }
}
