package org.mailstation.desktop.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.mailstation.lan.Lan;

/** Addresses for tests, without asking DNS. */
final class Addresses {
    static final Lan HOME = new Lan(ip("192.168.77.20"), 24);
    static final Lan LOOPBACK = new Lan(ip("127.0.0.1"), 8);

    private Addresses() {}

    static Inet4Address ip(String literal) {
        try {
            return (Inet4Address) InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(e);
        }
    }

    static InetAddress bytes(int... bytes) {
        byte[] address = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            address[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
