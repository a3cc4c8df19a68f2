package org.mailstation.config;

/**
 * How the home is connected to the Internet.
 *
 * @param line behind a router that forwards ports, or directly (PPPoE on the NAS itself)
 * @param address whether the public address stays the same
 */
public record Network(Line line, Address address) {
    public static final Network USUAL = new Network(Line.BEHIND_ROUTER, Address.DYNAMIC);

    public enum Line {
        BEHIND_ROUTER,
        DIRECT
    }

    public enum Address {
        STATIC,
        DYNAMIC
    }
}
