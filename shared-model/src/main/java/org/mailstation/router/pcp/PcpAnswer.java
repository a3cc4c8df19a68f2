package org.mailstation.router.pcp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;

/**
 * A router's answer that was no refusal; RFC 6887 7.2 and 11.1.
 *
 * @param lifetime in seconds
 * @param epoch seconds since the router knows its mappings; section 8.5
 * @param external port, or 0 where the question was another
 * @param address the router's on the outside, or {@code null} where the question was another
 */
record PcpAnswer(long lifetime, long epoch, int external, @Nullable InetAddress address) {
    static final byte VERSION = 2;
    static final byte TCP = 6;
    static final int UNSUPPORTED_OPTION = 5;
    static final int ADDRESS_MISMATCH = 12;

    private static final int HEADER = 24;
    private static final int WITH_MAPPING = 60;

    /** The operation plus 128. */
    static boolean answers(byte[] datagram, byte operation) {
        return datagram.length >= HEADER
                && datagram[0] == VERSION
                && datagram[1] == (byte) (operation + 128);
    }

    /** Section 11.4: whether it repeats the nonce, TCP and the internal port. */
    static boolean isAbout(byte[] datagram, Nonce nonce, int internal) {
        return datagram.length >= WITH_MAPPING
                && nonce.standsIn(datagram, HEADER)
                && datagram[36] == TCP
                && Short.toUnsignedInt(ByteBuffer.wrap(datagram).getShort(40)) == internal;
    }

    /** Section 9: a router that only speaks NAT-PMP says so in its own form. */
    static boolean older(byte[] datagram) {
        return datagram.length >= 8 && datagram[0] == 0 && datagram[3] == 1;
    }

    static RouterAnswer<PcpAnswer> judge(byte[] datagram) {
        if (older(datagram)) {
            return new RouterAnswer.Refused<>(Refusal.UNSUPPORTED, 1, "");
        }
        ByteBuffer answer = ByteBuffer.wrap(datagram);
        int result = Byte.toUnsignedInt(datagram[3]);
        if (result != 0) {
            return new RouterAnswer.Refused<>(reason(result), result, "");
        }
        boolean mapping = datagram.length >= WITH_MAPPING;
        return new RouterAnswer.Given<>(
                new PcpAnswer(
                        Integer.toUnsignedLong(answer.getInt(4)),
                        Integer.toUnsignedLong(answer.getInt(8)),
                        mapping ? Short.toUnsignedInt(answer.getShort(42)) : 0,
                        mapping ? Pcp.address(answer, 44) : null));
    }

    /** Section 7.4. */
    private static Refusal reason(int result) {
        return switch (result) {
            case 1, 4, 5, 9 -> Refusal.UNSUPPORTED;
            case 2 -> Refusal.NOT_AUTHORISED;
            case 7 -> Refusal.NOT_CONNECTED;
            case 8, 10 -> Refusal.NO_ROOM;
            case 11 -> Refusal.CONFLICT;
            default -> Refusal.OTHER;
        };
    }
}
