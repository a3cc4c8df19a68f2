package org.mailstation.router.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Datagrams;

/**
 * Asks STUN servers for the own address outside; RFC 8489. It tells which address the line has, not
 * whether anybody can reach it.
 *
 * @param random for the transaction's name, which nobody else shall guess
 * @param patience waits after each time that the question is put
 */
public record Stun(RandomGenerator random, List<Duration> patience) {
    /** Section 8. */
    public static final int PORT = 3478;

    /** The first three times of section 6.2.1. */
    public static final List<Duration> USUAL =
            List.of(Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(2000));

    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final short BINDING = 0x0001;
    private static final short SUCCESS = 0x0101;
    private static final short ERROR = 0x0111;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;

    public Stun {
        patience = List.copyOf(patience);
    }

    /**
     * Asks one server.
     *
     * @param from the own address and port; the wildcard and 0: any
     * @param server resolved
     */
    public Reflexive ask(InetSocketAddress from, InetSocketAddress server) {
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        byte[] question =
                ByteBuffer.allocate(HEADER)
                        .putShort(BINDING)
                        .putShort((short) 0)
                        .putInt(COOKIE)
                        .put(transaction)
                        .array();
        return switch (Datagrams.ask(
                from, server, question, answer -> answers(answer, transaction), patience)) {
            case Datagrams.Reply.Came(byte[] answer) -> read(ByteBuffer.wrap(answer));
            case Datagrams.Reply.Nothing(String why, int strange) ->
                    strange == 0
                            ? new Reflexive.Silent(why)
                            : new Reflexive.Garbled(strange + " datagrams of another form");
        };
    }

    private static boolean answers(byte[] datagram, byte[] transaction) {
        return datagram.length >= HEADER
                && ByteBuffer.wrap(datagram).getInt(4) == COOKIE
                && Arrays.equals(Arrays.copyOfRange(datagram, 8, HEADER), transaction);
    }

    private static Reflexive read(ByteBuffer answer) {
        try {
            return switch (answer.getShort(0)) {
                case SUCCESS -> address(answer);
                case ERROR -> error(answer);
                default -> new Reflexive.Garbled("message type " + answer.getShort(0));
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException cutShort) {
            return new Reflexive.Garbled("an attribute ends beyond the message");
        }
    }

    /** Section 14.2; a server of before 2008 only knows the plain form of 14.1. */
    private static Reflexive address(ByteBuffer answer) {
        int at = find(answer, XOR_MAPPED_ADDRESS);
        if (at >= 0) {
            return address(answer, at, true);
        }
        int plain = find(answer, MAPPED_ADDRESS);
        return plain >= 0 ? address(answer, plain, false) : new Reflexive.Garbled("no address");
    }

    private static Reflexive address(ByteBuffer answer, int at, boolean masked) {
        int port = Short.toUnsignedInt(answer.getShort(at + 2));
        byte[] bytes = new byte[answer.get(at + 1) == 2 ? 16 : 4];
        answer.get(at + 4, bytes);
        if (masked) {
            port ^= COOKIE >>> 16;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= answer.get(4 + i); // the cookie, then the transaction
            }
        }
        InetAddress address = of(bytes);
        return address == null
                ? new Reflexive.Garbled("no address")
                : new Reflexive.From(new InetSocketAddress(address, port));
    }

    private static @Nullable InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            return null; // cannot be: four or sixteen bytes are an address
        }
    }

    private static Reflexive error(ByteBuffer answer) {
        int at = find(answer, ERROR_CODE);
        return at < 0
                ? new Reflexive.Garbled("an error without a number")
                : new Reflexive.Refused(
                        (answer.get(at + 2) & 7) * 100 + (answer.get(at + 3) & 0xff));
    }

    /** Where the value of that attribute begins, or -1; section 14. */
    private static int find(ByteBuffer answer, int wanted) {
        int at = HEADER;
        while (at + 4 <= answer.limit()) {
            int type = Short.toUnsignedInt(answer.getShort(at));
            int length = Short.toUnsignedInt(answer.getShort(at + 2));
            if (type == wanted) {
                return at + 4;
            }
            at += 4 + ((length + 3) & ~3);
        }
        return -1;
    }
}
