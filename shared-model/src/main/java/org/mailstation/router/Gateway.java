package org.mailstation.router;

import java.net.Inet4Address;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A router that answered, and the way in which it did.
 *
 * @param address the router's own at home
 * @param client this computer's own on the way to it: where a port would lead
 * @param name as the router calls itself; empty if it does not say
 * @param page the router's own settings in a browser, or {@code null} if it does not say
 */
public record Gateway(
        Protocol protocol,
        Inet4Address address,
        Inet4Address client,
        String name,
        @Nullable URI page) {}
