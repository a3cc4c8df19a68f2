package org.mailstation.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * How the station comes by a certificate that everybody trusts (RFC 8555).
 *
 * @param wanted whether the configuration asks for one; else nothing else is said
 * @param working whether one is being fetched just now
 * @param end of the one that there is, or {@code null}
 * @param renewal when it will be renewed, or {@code null} if there is none
 * @param tried when one was asked for last, or {@code null}
 * @param reason why there was none then, or {@code null} if there was
 * @param technically the same in the authority's words
 * @param notBefore when it is tried again by itself, or {@code null}
 */
public record CertificateFetching(
        boolean wanted,
        boolean working,
        @Nullable Instant end,
        @Nullable Instant renewal,
        @Nullable Instant tried,
        @Nullable Text reason,
        String technically,
        @Nullable Instant notBefore) {
    public static final CertificateFetching OFF =
            new CertificateFetching(false, false, null, null, null, null, "", null);
}
