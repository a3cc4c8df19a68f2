package org.mailstation.control;

/**
 * What others need to prove the station's signatures (RFC 6376 3.6.1).
 *
 * @param publicKey base64, without blanks
 */
public record SignatureKey(String selector, String publicKey) {}
