package org.mailstation.control;

import java.time.Instant;

/**
 * The certificate that the listeners show.
 *
 * @param keySha256 SHA-256 of the SubjectPublicKeyInfo, lower-case hex (RFC 7469 2.4, there in
 *     Base64): the station's identity on every probe
 * @param pem the certificate itself, for programs that must be told to trust it
 */
public record CertificateStatus(
        String subject,
        String keySha256,
        Instant notBefore,
        Instant notAfter,
        boolean selfSigned,
        String pem) {}
