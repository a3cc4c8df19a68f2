package org.mailstation.check;

import java.net.InetAddress;

/** IP addresses written as such. */
final class Addresses {
    private Addresses() {}

    /**
     * An address from its own words; never asks the DNS.
     *
     * @throws IllegalArgumentException if it is none
     */
    static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }
}
