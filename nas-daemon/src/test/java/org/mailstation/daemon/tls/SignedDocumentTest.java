package org.mailstation.daemon.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

/** Proven by Bouncy Castle's understanding of the standard. */
class SignedDocumentTest {
    private static final byte[] DOCUMENT = "<plist/>\n".getBytes(StandardCharsets.US_ASCII);

    private static KeyMaterial material() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X509Certificate certificate =
                SelfSigned.certificate(
                        keys, List.of("mail.example.org"), Instant.now(), new SecureRandom());
        return new KeyMaterial(keys.getPrivate(), List.of(certificate));
    }

    @Test
    void the_document_comes_with_a_signature_that_its_certificate_proves() throws Exception {
        KeyMaterial material = material();
        CMSSignedData signed = new CMSSignedData(SignedDocument.of(material, DOCUMENT));

        assertThat((byte[]) signed.getSignedContent().getContent()).isEqualTo(DOCUMENT);
        SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder shown =
                (X509CertificateHolder) signed.getCertificates().getMatches(null).iterator().next();
        assertThat(shown.getEncoded()).isEqualTo(material.certificate().getEncoded());
        assertThat(signer.getSID().match(shown)).isTrue();
        assertThat(
                        signer.verify(
                                new JcaSimpleSignerInfoVerifierBuilder()
                                        .build(material.certificate())))
                .isTrue();
    }
}
