package org.mailstation.config;

/**
 * One listener.
 *
 * @param number TCP port on the NAS, 1 to 65535; 0: choose a free one and report it
 * @param external port on the router's outside that leads here; usually the service's standard port
 * @param open who may come in
 */
public record Port(int number, int external, Open open) {
    /** Who may come in. */
    public enum Open {
        /** the service is switched off */
        OFF,
        /** the home's own network */
        LAN,
        /** everybody: the router forwards the external port */
        INTERNET
    }
}
