package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both libraries, with Java's client at the other end. */
class TlsContextTest {
    private static final String LONG = "0123456789abcdef".repeat(10_000);

    private static final int SIZE_OF_CERTIFICATE = 300;

    /** Who encrypts. */
    enum Library {
        JAVA,
        NATIVE;

        TlsContext with(KeyMaterial material) throws GeneralSecurityException {
            if (this == JAVA) {
                return JavaTls.of(material);
            }
            // only on Linux on the processors of NAS
            assumeTrue(NativeTls.isThere());
            return NativeTls.of(material, Clock.systemUTC());
        }
    }

    private static KeyMaterial material(String algorithm, int size)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        KeyPair keys = generator.generateKeyPair();
        // signed by another one, since ours are made for one kind of key
        KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
        other.initialize(256);
        KeyPair signing = new KeyPair(keys.getPublic(), other.generateKeyPair().getPrivate());
        X509Certificate own =
                SelfSigned.certificate(
                        signing, List.of("station.test"), Instant.now(), new SecureRandom());
        return new KeyMaterial(keys.getPrivate(), List.of(own));
    }

    @Test
    void the_library_is_there_where_it_is_brought_along() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && List.of("amd64", "aarch64").contains(System.getProperty("os.arch")));

        assertThat(NativeTls.isThere()).isTrue();
    }

    static Stream<Object[]> every() {
        return Stream.of(Library.values())
                .flatMap(
                        library ->
                                Stream.of("TLSv1.2", "TLSv1.3")
                                        .map(protocol -> new Object[] {library, protocol}));
    }

    @ParameterizedTest
    @MethodSource("every")
    void what_is_said_arrives_in_both_directions(Library library, String protocol)
            throws Exception {
        KeyMaterial material = material("EC", 256);

        try (InMemoryTls talk =
                new InMemoryTls(InMemoryTls.client(), library.with(material), protocol)) {
            assertThat(talk.session().getProtocol()).isEqualTo(protocol);
            assertThat(talk.session().getPeerCertificates())
                    .containsExactly(material.certificate());
            assertThat(talk.toServer("a1 NOOP\r\n")).isEqualTo("a1 NOOP\r\n");
            assertThat(talk.toClient(LONG)).isEqualTo(LONG);
        }
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void an_rsa_key_is_as_good(Library library) throws Exception {
        TlsContext context = library.with(material("RSA", 2048));

        for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
            try (InMemoryTls talk = new InMemoryTls(InMemoryTls.client(), context, protocol)) {
                assertThat(talk.toClient("+OK\r\n")).isEqualTo("+OK\r\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void older_tls_is_refused(Library library) throws Exception {
        // Java's client would not even offer it
        String before = Security.getProperty("jdk.tls.disabledAlgorithms");
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        try {
            TlsContext context = library.with(material("EC", 256));
            SSLContext client = InMemoryTls.client();

            assertThatThrownBy(() -> new InMemoryTls(client, context, "TLSv1.1"))
                    .hasStackTraceContaining("SSL");
        } finally {
            Security.setProperty("jdk.tls.disabledAlgorithms", before);
        }
    }

    @ParameterizedTest
    @EnumSource(Library.class)
    void what_is_enabled_is_new_enough(Library library) throws Exception {
        var engine = library.with(material("EC", 256)).newEngine(ByteBufAllocator.DEFAULT);

        assertThat(engine.getEnabledProtocols())
                .contains("TLSv1.3", "TLSv1.2")
                .doesNotContain("TLSv1.1", "TLSv1", "SSLv3");
        assertThat(engine.getEnabledCipherSuites())
                .containsExactlyInAnyOrderElementsOf(Suites.AES_FIRST.names());
        if (engine instanceof ReferenceCountedOpenSslEngine counted) {
            counted.release();
        }
    }

    @ParameterizedTest
    @MethodSource("every")
    void a_client_that_comes_back_takes_its_session_up_again(Library library, String protocol)
            throws Exception {
        TlsContext context = library.with(material("EC", 256));
        SSLContext client = InMemoryTls.client();
        List<Integer> handshakes = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            try (InMemoryTls talk = new InMemoryTls(client, context, protocol)) {
                assertThat(talk.toServer("NOOP\r\n")).isEqualTo("NOOP\r\n");
                assertThat(talk.toClient("+OK\r\n")).isEqualTo("+OK\r\n");
                handshakes.add(talk.handshake());
            }
        }

        assertThat(handshakes.get(1)).isLessThan(handshakes.get(0) - SIZE_OF_CERTIFICATE);
        assertThat(handshakes.get(2)).isLessThan(handshakes.get(0) - SIZE_OF_CERTIFICATE);
    }

    @Test
    void a_connection_goes_on_while_others_get_another_certificate() throws Exception {
        assumeTrue(NativeTls.isThere());
        KeyMaterial second = material("EC", 384);
        SSLContext client = InMemoryTls.client();

        try (InMemoryTls standing =
                new InMemoryTls(client, Library.NATIVE.with(material("EC", 256)), "TLSv1.3")) {
            System.gc(); // nobody but the connection holds on to the first one
            try (InMemoryTls fresh =
                    new InMemoryTls(client, Library.NATIVE.with(second), "TLSv1.3")) {
                assertThat(fresh.session().getPeerCertificates())
                        .containsExactly(second.certificate());
            }
            assertThat(standing.toClient("* still here\r\n")).isEqualTo("* still here\r\n");
        }
    }

    @Test
    void keys_that_the_library_may_not_know_are_left_to_java() throws Exception {
        assertThat(NativeTls.suits(material("Ed25519", 255))).isFalse();
        assertThat(NativeTls.suits(material("EC", 521))).isFalse();
        assertThat(NativeTls.suits(material("EC", 256))).isEqualTo(NativeTls.isThere());
    }

    @Test
    void its_engine_is_given_back_when_the_connection_ends() throws Exception {
        assumeTrue(NativeTls.isThere());
        InMemoryTls talk =
                new InMemoryTls(
                        InMemoryTls.client(), Library.NATIVE.with(material("EC", 256)), "TLSv1.3");
        var engine = (ReferenceCountedOpenSslEngine) talk.handler().engine();
        talk.close();

        assertThat(engine.refCnt()).isZero();
        assertThatThrownBy(() -> talk.toClient("?")).isInstanceOf(Exception.class);
    }
}
