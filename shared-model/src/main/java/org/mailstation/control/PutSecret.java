package org.mailstation.control;

/**
 * Stores a password or token that the station needs elsewhere.
 *
 * @param name one of {@code relay}, {@code ddns}
 */
public record PutSecret(String name, Secret value) {}
