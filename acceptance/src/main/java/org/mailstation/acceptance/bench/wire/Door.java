package org.mailstation.acceptance.bench.wire;

/**
 * Where a server listens on this computer.
 *
 * @param tls TLS from the first byte
 */
public record Door(int port, boolean tls) {}
