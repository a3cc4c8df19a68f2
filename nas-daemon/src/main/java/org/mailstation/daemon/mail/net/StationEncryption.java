package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.apache.james.protocols.api.ClientAuth;
import org.apache.james.protocols.netty.Encryption;
import org.mailstation.daemon.tls.StationTls;

/**
 * The station's TLS as James's engines take it. Each connection gets the certificate that is
 * current when its handshake begins.
 */
public record StationEncryption(StationTls tls, boolean isStartTLS) implements Encryption {
    private static final int HANDSHAKE_SECONDS = 30;

    @Override
    public boolean supportsEncryption() {
        return true;
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return StationTls.suites().toArray(String[]::new);
    }

    @Override
    public ClientAuth getClientAuth() {
        return ClientAuth.NONE;
    }

    @Override
    public SslHandler sslHandler() {
        SslHandler handler = new TlsEnd(tls.newEngine(ByteBufAllocator.DEFAULT));
        handler.setHandshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
        return handler;
    }
}
