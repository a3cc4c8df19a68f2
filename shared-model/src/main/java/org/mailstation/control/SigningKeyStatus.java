package org.mailstation.control;

import java.time.Instant;

/**
 * The public half of a key that letters are signed with (RFC 6376).
 *
 * @param selector under which it is published
 * @param publicKey as the tag {@code p} has it: base64, without blanks
 * @param made when
 */
public record SigningKeyStatus(String selector, String publicKey, Instant made) {}
