package org.mailstation.check;

/**
 * The key that the station signs letters with.
 *
 * @param selector under which it is to be published (RFC 6376 3.1)
 * @param publicKey as the tag {@code p} has it: base64, without blanks
 */
public record SigningKey(String selector, String publicKey) {}
