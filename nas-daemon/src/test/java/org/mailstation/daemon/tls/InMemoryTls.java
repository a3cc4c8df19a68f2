package org.mailstation.daemon.tls;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Java's client and one connection of the station, without a network between them. */
final class InMemoryTls implements AutoCloseable {
    private static final int ROOM = 64 * 1024;

    private final SSLEngine client;
    private final EmbeddedChannel server;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final int handshake;
    private byte[] fromServer = new byte[0];
    private int received;

    /** Shakes hands. */
    InMemoryTls(SSLContext context, TlsContext station, String... protocols) throws SSLException {
        client = context.createSSLEngine("station.test", 993);
        client.setUseClientMode(true);
        client.setEnabledProtocols(protocols);
        server = new EmbeddedChannel(new SslHandler(station.newEngine(ByteBufAllocator.DEFAULT)));
        client.beginHandshake();
        exchange();
        handshake = received;
        if (client.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            throw new SSLException("no handshake: " + client.getHandshakeStatus());
        }
    }

    /** A client that takes any certificate, and keeps its sessions. */
    static SSLContext client() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    SSLSession session() {
        return client.getSession();
    }

    /** Octets that the station sent in the handshake; few where it did not show its certificate. */
    int handshake() {
        return handshake;
    }

    SslHandler handler() {
        return server.pipeline().get(SslHandler.class);
    }

    /** What the station reads when the client says this. */
    String toServer(String text) throws SSLException {
        send(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        ByteBuf read = Unpooled.buffer();
        for (ByteBuf part = server.readInbound(); part != null; part = server.readInbound()) {
            read.writeBytes(part);
            part.release();
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    /** What the client reads when the station says this. */
    String toClient(String text) throws SSLException {
        heard.reset();
        server.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        exchange();
        return heard.toString(StandardCharsets.US_ASCII);
    }

    private void exchange() throws SSLException {
        boolean moved = true;
        while (moved) {
            runTasks();
            moved = take();
            if (client.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                moved |= send(ByteBuffer.allocate(0));
            }
        }
    }

    private boolean send(ByteBuffer plain) throws SSLException {
        ByteBuffer out = ByteBuffer.allocate(ROOM);
        client.wrap(plain, out);
        runTasks();
        out.flip();
        boolean some = out.hasRemaining();
        server.writeInbound(Unpooled.copiedBuffer(out));
        return some;
    }

    private boolean take() throws SSLException {
        ByteBuf more = Unpooled.buffer().writeBytes(fromServer);
        for (ByteBuf part = server.readOutbound(); part != null; part = server.readOutbound()) {
            received += part.readableBytes();
            more.writeBytes(part);
            part.release();
        }
        ByteBuffer in = ByteBuffer.wrap(ByteBufUtil.getBytes(more));
        int before = in.remaining();
        int left = -1;
        while (left != in.remaining()
                && in.hasRemaining()
                && client.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) {
            left = in.remaining();
            ByteBuffer plain = ByteBuffer.allocate(ROOM);
            client.unwrap(in, plain);
            heard.write(plain.array(), 0, plain.position());
            runTasks();
        }
        fromServer = new byte[in.remaining()];
        in.get(fromServer);
        return fromServer.length < before;
    }

    private void runTasks() {
        for (Runnable task = client.getDelegatedTask();
                task != null;
                task = client.getDelegatedTask()) {
            task.run();
        }
    }

    @Override
    public void close() {
        server.finishAndReleaseAll();
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
