package org.mailstation.daemon.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslServerContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS by BoringSSL, which encrypts with the processor's own instructions. Its library lies beside
 * the jars ({@code lib/native}); where it cannot be loaded, for example on another kind of
 * processor, Java's own TLS takes its place.
 */
final class NativeTls implements TlsContext {
    private static final Logger LOG = LoggerFactory.getLogger(NativeTls.class);

    /** Sessions of clients without tickets; the library would keep twenty thousand. */
    private static final int SESSIONS = 200;

    private static final int LARGEST_CURVE_BITS = 384;

    private final OpenSslServerContext context;
    private final TicketKeys tickets;

    private NativeTls(OpenSslServerContext context, Clock clock) {
        this.context = context;
        this.tickets = new TicketKeys(clock, context.sessionContext()::setTicketKeys);
        context.sessionContext().setSessionCacheSize(SESSIONS);
        context.sessionContext()
                .setSessionTimeout((int) TimeUnit.MILLISECONDS.toSeconds(TicketKeys.LIFE_MILLIS));
    }

    /** Whether the library is there and knows what to do with this key. */
    static boolean suits(KeyMaterial material) {
        return isThere()
                && switch (material.key()) {
                    case RSAKey _ -> true;
                    case ECKey key -> key.getParams().getOrder().bitLength() <= LARGEST_CURVE_BITS;
                    default -> false;
                };
    }

    /** Whether the library could be loaded. */
    static boolean isThere() {
        return Loaded.YES;
    }

    static NativeTls of(KeyMaterial material, Clock clock) throws GeneralSecurityException {
        try {
            SslContext context =
                    SslContextBuilder.forServer(
                                    material.key(),
                                    material.chain().toArray(X509Certificate[]::new))
                            .sslProvider(SslProvider.OPENSSL)
                            .protocols(Suites.PROTOCOLS)
                            .ciphers(Suites.AES_FIRST.names())
                            .build();
            return new NativeTls((OpenSslServerContext) context, clock);
        } catch (SSLException e) {
            throw new GeneralSecurityException("the certificate cannot be used for TLS", e);
        }
    }

    @Override
    public SSLEngine newEngine(ByteBufAllocator allocator) {
        tickets.renew();
        // an engine that is made alone takes one TLS record at a time
        return context.newHandler(allocator).engine();
    }

    /** Looks for the library once, when it is first needed. */
    private static final class Loaded {
        static final boolean YES = OpenSsl.isAvailable();

        static {
            if (YES) {
                LOG.info("TLS by {}", OpenSsl.versionString());
            } else {
                LOG.info(
                        "TLS by Java, which is slower: the library for it cannot be loaded ({})",
                        OpenSsl.unavailabilityCause().toString());
            }
        }
    }
}
