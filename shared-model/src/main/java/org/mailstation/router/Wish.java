package org.mailstation.router;

/**
 * A TCP port of the router that shall lead to this computer.
 *
 * @param external on the router's outside, 1 to 65535
 * @param internal on this computer, 1 to 65535
 * @param description shown in the router's own list
 */
public record Wish(int external, int internal, String description) {
    public Wish {
        check(external);
        check(internal);
    }

    private static void check(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }
}
