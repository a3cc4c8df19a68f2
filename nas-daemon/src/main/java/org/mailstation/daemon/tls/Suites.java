package org.mailstation.daemon.tls;

import java.util.List;
import java.util.stream.Stream;

/**
 * What may be spoken: forward secrecy and authenticated encryption only (RFC 9325 4.2), in TLS 1.3
 * and 1.2.
 */
enum Suites {
    /**
     * For Java's TLS: the C1 compiler knows no processor instructions for AES, and the same octets
     * cost three times as much work under AES-GCM.
     */
    CHACHA_FIRST("CHACHA20_POLY1305_SHA256", "AES_128_GCM_SHA256", "AES_256_GCM_SHA384"),

    /** For a library that uses what the processor has for AES. */
    AES_FIRST("AES_128_GCM_SHA256", "AES_256_GCM_SHA384", "CHACHA20_POLY1305_SHA256");

    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final List<String> names;

    Suites(String... ciphers) {
        this.names =
                Stream.of("TLS_", "TLS_ECDHE_ECDSA_WITH_", "TLS_ECDHE_RSA_WITH_")
                        .flatMap(prefix -> Stream.of(ciphers).map(prefix::concat))
                        .toList();
    }

    /** In the order in which they are preferred, with their names of IANA. */
    List<String> names() {
        return names;
    }
}
