package org.mailstation.router;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The router's side of the Internet line.
 *
 * @param connected whether the router says that it is
 * @param address its address on the outside, or {@code null} if it has or tells none
 * @param upSeconds since when it counts: after a restart it begins anew, and its entries are gone;
 *     negative if it does not tell
 */
public record Line(boolean connected, @Nullable InetAddress address, long upSeconds) {}
