package org.mailstation.control;

import java.time.Instant;

/**
 * A key that signed before.
 *
 * @param selector under which it is still published, perhaps
 * @param until it signed
 */
public record RetiredKey(String selector, Instant until) {}
