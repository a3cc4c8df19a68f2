package org.mailstation.desktop.surroundings;

import java.net.Inet4Address;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Looks for the router that stands before the home's own. */
@FunctionalInterface
public interface SecondRouters {
    /**
     * Asks where it usually is; takes up to 4 seconds.
     *
     * @param inner the home router's address in the network of the second
     * @return {@code null} if nobody answers
     */
    @Nullable Seen find(Inet4Address inner);

    /**
     * One that answers.
     *
     * @param page its own settings in a browser
     * @param outer the address that it has on its other side, or {@code null} if it does not tell
     */
    record Seen(Inet4Address address, URI page, @Nullable Inet4Address outer) {}

    /** Where it usually is: the first and the last address of a network of 254. */
    static Inet4Address[] usual(Inet4Address inner) {
        return new Inet4Address[] {beside(inner, 1), beside(inner, 254)};
    }

    private static Inet4Address beside(Inet4Address inner, int last) {
        byte[] bytes = inner.getAddress();
        return (Inet4Address)
                Inet4Address.ofLiteral(
                        (bytes[0] & 0xff)
                                + "."
                                + (bytes[1] & 0xff)
                                + "."
                                + (bytes[2] & 0xff)
                                + "."
                                + last);
    }
}
