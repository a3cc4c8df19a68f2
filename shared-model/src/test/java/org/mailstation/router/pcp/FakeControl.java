package org.mailstation.router.pcp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.mailstation.lan.UdpResponder;
import org.mailstation.lan.Waits;

/** A router on the loopback that speaks NAT-PMP and PCP as the RFCs draw their datagrams. */
final class FakeControl implements AutoCloseable {
    static final Inet4Address HERE = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");
    static final byte[] OUTSIDE = {(byte) 203, 0, 113, 7};

    /** External port by internal port. */
    final Map<Integer, Integer> table = new TreeMap<>();

    /** Results to give before doing anything, one for each question. */
    final java.util.Queue<Integer> results = new java.util.concurrent.ConcurrentLinkedQueue<>();

    UnaryOperator<byte[]> spoil = answer -> answer;
    int given;
    boolean speaksPcp = true;
    boolean knowsOptions = true;

    private final UdpResponder responder = new UdpResponder(this::answer);

    FakeControl() throws IOException {}

    PortControl control() {
        return new PortControl(responder.address(), HERE, Waits.FOR_AN_ANSWER);
    }

    PortControl inVain() {
        return new PortControl(responder.address(), HERE, Waits.IN_VAIN);
    }

    List<byte[]> questions() {
        return responder.questions;
    }

    private List<byte[]> answer(byte[] question) {
        ByteBuffer q = ByteBuffer.wrap(question);
        byte[] answer = question[0] == 2 ? pcp(q) : natPmp(q);
        return answer.length == 0 ? List.of() : List.of(spoil.apply(answer));
    }

    private int result() {
        Integer next = results.poll();
        return next == null ? 0 : next;
    }

    /** RFC 6886 3.2 to 3.5. */
    private byte[] natPmp(ByteBuffer q) {
        int result = result();
        ByteBuffer a = ByteBuffer.allocate(q.get(1) == 0 ? 12 : 16);
        a.put((byte) 0).put((byte) (q.get(1) + 128)).putShort((short) result).putInt(4711);
        if (result != 0) {
            return java.util.Arrays.copyOf(a.array(), 8);
        }
        if (q.get(1) == 0) {
            return a.put(OUTSIDE).array();
        }
        int internal = Short.toUnsignedInt(q.getShort(4));
        int external = Short.toUnsignedInt(q.getShort(6));
        return a.putShort((short) internal)
                .putShort((short) keep(internal, external, q.getInt(8)))
                .putInt(q.getInt(8))
                .array();
    }

    private int keep(int internal, int external, int lifetime) {
        if (lifetime == 0) {
            table.remove(internal);
            return 0;
        }
        table.put(internal, given == 0 ? external : given);
        return table.get(internal);
    }

    /** RFC 6887 7.2 and 11.1. */
    private byte[] pcp(ByteBuffer q) {
        if (!speaksPcp) {
            return new byte[] {0, (byte) (q.get(1) + 128), 0, 1, 0, 0, 18, 103};
        }
        boolean option = q.capacity() > 60;
        int result = option && !knowsOptions ? 5 : result();
        ByteBuffer a = ByteBuffer.allocate(q.capacity()).put(q.array());
        a.put(0, (byte) 2).put(1, (byte) (q.get(1) + 128)).put(3, (byte) result).putInt(8, 4711);
        a.put(12, new byte[12]);
        if (q.get(1) == 1 && result == 0) {
            int internal = Short.toUnsignedInt(q.getShort(40));
            int external = Short.toUnsignedInt(q.getShort(42));
            a.putShort(42, (short) keep(internal, external, q.getInt(4)));
            a.put(54, new byte[] {(byte) 255, (byte) 255}).put(56, OUTSIDE);
        }
        return a.array();
    }

    @Override
    public void close() {
        responder.close();
    }
}
