package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * What somebody elsewhere needs in order to look at this station too, and to know that it is this
 * one that answers. It holds no secret.
 *
 * @param revision of the running configuration; 0: none yet
 * @param toml the running configuration; empty at revision 0
 * @param keySha256 of the TLS key, as in {@link CertificateStatus#keySha256}; empty: none yet
 * @param home the NAS's IPv4 address at home; empty if it is not known
 * @param signing what letters are signed with; {@code null} if they are not
 * @param landmarks text of the file that replaces the usual places on the Internet; empty: none
 */
public record StationIdentity(
        int revision,
        String toml,
        String keySha256,
        String home,
        @Nullable SignatureKey signing,
        String landmarks) {
    /** Nothing is known of it. */
    public static final StationIdentity UNKNOWN = new StationIdentity(0, "", "", "", null, "");
}
