package org.mailstation.config;

/**
 * A small web server that tells mail programs how to use the station, for those that look for it.
 *
 * @param serve whether it is open
 * @param port where it listens on the station, by HTTPS; 0: a free one
 */
public record Setup(boolean serve, int port) {
    public static final Setup CLOSED = new Setup(false, 8943);
}
