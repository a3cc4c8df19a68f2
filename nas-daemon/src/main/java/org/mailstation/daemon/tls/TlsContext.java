package org.mailstation.daemon.tls;

import io.netty.buffer.ByteBufAllocator;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.net.ssl.SSLEngine;

/** One certificate, and the library that encrypts with it. Safe for use by many threads. */
sealed interface TlsContext permits JavaTls, NativeTls {
    /** By the fastest library that can work with this key on this computer. */
    static TlsContext of(KeyMaterial material, Clock clock) throws GeneralSecurityException {
        return NativeTls.suits(material) ? NativeTls.of(material, clock) : JavaTls.of(material);
    }

    /** The server's side of one connection, for Netty's {@code SslHandler}, which gives it back. */
    SSLEngine newEngine(ByteBufAllocator allocator);
}
