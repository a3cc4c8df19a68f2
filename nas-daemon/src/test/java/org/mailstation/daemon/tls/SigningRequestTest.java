package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;

/** Read by somebody else's understanding of the standard. */
class SigningRequestTest {
    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Test
    void it_is_for_the_key_that_signs_it() throws Exception {
        KeyPair keys = keys();
        PKCS10CertificationRequest request =
                new PKCS10CertificationRequest(SigningRequest.of(keys, "mail.home.test"));

        assertThat(request.getSubjectPublicKeyInfo().getEncoded())
                .isEqualTo(keys.getPublic().getEncoded());
        assertThat(
                        request.isSignatureValid(
                                new JcaContentVerifierProviderBuilder().build(keys.getPublic())))
                .isTrue();
        assertThat(
                        request.isSignatureValid(
                                new JcaContentVerifierProviderBuilder().build(keys().getPublic())))
                .isFalse();
    }

    @Test
    void it_asks_for_the_name_however_long_it_is() throws Exception {
        String name = "a".repeat(63) + "." + "b".repeat(63) + ".home.test";
        Extensions extensions =
                new PKCS10CertificationRequest(SigningRequest.of(keys(), name))
                        .getRequestedExtensions();

        GeneralNames names =
                GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
        assertThat(names.getNames()).containsExactly(new GeneralName(GeneralName.dNSName, name));
    }
}
