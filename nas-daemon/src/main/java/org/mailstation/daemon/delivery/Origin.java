package org.mailstation.daemon.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How a letter came to us.
 *
 * @param hello what the client called itself; checked to be free of controls
 * @param address its network address
 * @param protocol for the trace line: {@code ESMTP}, {@code ESMTPS}, {@code ESMTPSA} and so on (RFC
 *     3848), or the same with {@link #INTERNATIONAL} (RFC 6531 4.3)
 * @param account who signed in, or {@code null} for another mail server
 */
public record Origin(String hello, String address, String protocol, @Nullable String account) {
    /** How protocols begin in which addresses and the header may have letters beyond ASCII. */
    public static final String INTERNATIONAL = "UTF8SMTP";
}
