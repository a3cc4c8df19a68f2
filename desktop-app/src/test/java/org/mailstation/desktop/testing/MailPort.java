package org.mailstation.desktop.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A port of a mail server on loopback, which greets, and secures itself as its service does. */
public final class MailPort implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final ServerSocket socket;
    private final CountDownLatch guests = new CountDownLatch(1);

    /** A server's certificate and the hash of its key, as the station tells it. */
    public record Key(SSLContext context, String sha256) {
        public static Key make(Path folder) throws Exception {
            Path file = folder.resolve("keys.p12");
            Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            Process made =
                    new ProcessBuilder(
                                    (keytool
                                                    + " -genkeypair -keyalg EC -alias test"
                                                    + " -dname CN=mail.example.org"
                                                    + " -storetype PKCS12 -storepass "
                                                    + PASSWORD
                                                    + " -keystore "
                                                    + file)
                                            .split(" ", -1))
                            .inheritIO()
                            .start();
            if (made.waitFor() != 0) {
                throw new IOException("no key");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            byte[] key = keys.getCertificate("test").getPublicKey().getEncoded();
            return new Key(
                    context,
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key)));
        }
    }

    /** What it does with a guest. */
    private interface Host {
        void receive(Socket guest) throws IOException;
    }

    private MailPort(Host host) throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> receiveAll(host));
    }

    /** Speaks SMTP and STARTTLS. */
    public static MailPort smtp(Key key) throws IOException {
        return new MailPort(
                guest -> {
                    BufferedReader in =
                            new BufferedReader(
                                    new InputStreamReader(
                                            guest.getInputStream(), StandardCharsets.US_ASCII),
                                    1);
                    say(guest, "220 mail.example.org");
                    in.readLine();
                    say(guest, "250-mail.example.org\r\n250 STARTTLS");
                    in.readLine();
                    say(guest, "220 go on");
                    secure(guest, key);
                });
    }

    /** Speaks IMAP under TLS. */
    public static MailPort imaps(Key key) throws IOException {
        return new MailPort(guest -> say(secure(guest, key), "* OK ready"));
    }

    /** Accepts and says nothing. */
    public static MailPort mute() throws IOException {
        return new MailPort(_ -> {});
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Waits until somebody is there. */
    public void awaitGuest() throws InterruptedException {
        if (!guests.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
        }
    }

    private void receiveAll(Host host) {
        while (!socket.isClosed()) {
            try {
                Socket guest = socket.accept();
                guests.countDown();
                Thread.ofVirtual().start(() -> receive(host, guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void receive(Host host, Socket guest) {
        try (guest) {
            host.receive(guest);
            guest.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the guest has seen enough
        }
    }

    private static void say(Socket guest, String line) throws IOException {
        guest.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        guest.getOutputStream().flush();
    }

    private static Socket secure(Socket guest, Key key) throws IOException {
        SSLSocket secured =
                (SSLSocket)
                        key.context()
                                .getSocketFactory()
                                .createSocket(guest, (InputStream) null, true);
        secured.startHandshake();
        return secured;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
