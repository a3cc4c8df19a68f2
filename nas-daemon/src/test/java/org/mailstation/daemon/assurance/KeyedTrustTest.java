package org.mailstation.daemon.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificates are of a test authority and of mx.away.test, which it issued. */
class KeyedTrustTest {
    private static final X509Certificate LEAF = read("leaf.pem");
    private static final X509Certificate AUTHORITY = read("ca.pem");

    /** Called as the authority, but with another key. */
    private static final X509Certificate IMPOSTOR = read("impostor.pem");

    private static X509Certificate read(String name) {
        try (InputStream in = KeyedTrustTest.class.getResourceAsStream(name)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(Objects.requireNonNull(in));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(X509Certificate certificate, int selector, int matching)
            throws Exception {
        byte[] data =
                selector == 1 ? certificate.getPublicKey().getEncoded() : certificate.getEncoded();
        return HexFormat.of()
                .formatHex(
                        switch (matching) {
                            case 1 -> MessageDigest.getInstance("SHA-256").digest(data);
                            case 2 -> MessageDigest.getInstance("SHA-512").digest(data);
                            default -> data;
                        });
    }

    private static void check(List<String> records, String name, X509Certificate... chain)
            throws CertificateException {
        List<Tlsa> parsed = records.stream().map(line -> Tlsa.parse(line).orElseThrow()).toList();
        KeyedTrust.of(new Demand.Keyed(parsed, List.of(name))).checkServerTrusted(chain, "EC");
    }

    private static void refused(List<String> records, String name, X509Certificate... chain) {
        assertThatThrownBy(() -> check(records, name, chain))
                .isInstanceOf(CertificateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2"})
    void a_server_is_known_by_each_form_of_its_own_record_and_by_no_other(
            int selector, int matching) throws Exception {
        String form = "3 " + selector + " " + matching + " ";

        // neither its name nor who issued it counts (RFC 7672 3.1.1)
        check(List.of(form + hex(LEAF, selector, matching)), "other.test", LEAF);
        refused(List.of(form + hex(AUTHORITY, selector, matching)), "mx.away.test", LEAF);
        // what stands behind it in the chain is not the server
        refused(
                List.of(form + hex(AUTHORITY, selector, matching)),
                "mx.away.test",
                LEAF,
                AUTHORITY);
    }

    @Test
    void one_fitting_record_of_several_is_enough() throws Exception {
        check(
                List.of("3 1 1 " + "00".repeat(32), "3 1 1 " + hex(LEAF, 1, 1)),
                "mx.away.test",
                LEAF);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1, 2", "0, 0"})
    void a_named_authority_vouches_for_the_name_if_it_comes_along(int selector, int matching)
            throws Exception {
        List<String> record =
                List.of(
                        "2 "
                                + selector
                                + " "
                                + matching
                                + " "
                                + hex(AUTHORITY, selector, matching));

        check(record, "mx.away.test", LEAF, AUTHORITY);
        refused(record, "other.test", LEAF, AUTHORITY);
        refused(record, "mx.away.test", LEAF);
    }

    @Test
    void an_authority_that_did_not_sign_vouches_for_nobody() throws Exception {
        refused(List.of("2 1 1 " + hex(IMPOSTOR, 1, 1)), "mx.away.test", LEAF, IMPOSTOR);
        refused(List.of("2 1 1 " + hex(AUTHORITY, 1, 1)), "mx.away.test", LEAF, IMPOSTOR);
    }

    @ParameterizedTest
    @CsvSource({
        "0 1 1 0000000000000000000000000000000000000000000000000000000000000000",
        "1 0 1 0000000000000000000000000000000000000000000000000000000000000000",
        "3 2 1 0000000000000000000000000000000000000000000000000000000000000000",
        "3 1 3 0000000000000000000000000000000000000000000000000000000000000000",
        "3 1 1 00",
        "3 1 0 0",
        "3 1 1 zz00000000000000000000000000000000000000000000000000000000000000",
        "3 1 1"
    })
    void records_that_mail_servers_do_not_heed_are_not_read(String line) {
        assertThat(Tlsa.parse(line)).isEmpty();
    }

    @Test
    void a_record_may_be_written_in_capitals_and_in_parts() {
        assertThat(Tlsa.parse("3 1 1 " + "AB ".repeat(32)).orElseThrow().hex())
                .isEqualTo("ab".repeat(32));
    }
}
