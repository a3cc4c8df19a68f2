package org.mailstation.daemon.acme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** There is no certificate this time. */
public final class NotCertifiedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text reason;
    private final transient @Nullable Instant notBefore;

    /**
     * @param reason for people
     * @param technically the authority's own words, in one line
     */
    NotCertifiedException(Text reason, String technically) {
        this(reason, technically, null);
    }

    /**
     * @param notBefore when the authority may be asked again, or {@code null} if it did not say
     */
    NotCertifiedException(Text reason, String technically, @Nullable Instant notBefore) {
        super(technically);
        this.reason = reason;
        this.notBefore = notBefore;
    }

    Text reason() {
        return reason;
    }

    @Nullable Instant notBefore() {
        return notBefore;
    }

    String technically() {
        return String.valueOf(getMessage());
    }
}
