package org.mailstation.router.pcp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** NAT-PMP, RFC 6886. */
public final class NatPmp implements PortMapper {
    private static final byte VERSION = 0;
    private static final byte ADDRESS = 0;
    private static final byte TCP = 2;

    /** Sections 3.2 and 3.3. */
    private static final int ADDRESS_LENGTH = 12;

    private static final int MAP_LENGTH = 16;

    /** Section 3.5: an error may end after the count of seconds. */
    private static final int SHORTEST = 8;

    private final PortControl control;

    public NatPmp(PortControl control) {
        this.control = control;
    }

    @Override
    public Gateway gateway() {
        return control.gateway(Protocol.NAT_PMP);
    }

    /** Section 3.2. */
    @Override
    public RouterAnswer<Line> line() {
        return ask(new byte[] {VERSION, ADDRESS}, ADDRESS, ADDRESS_LENGTH)
                .then(answer -> new RouterAnswer.Given<>(line(answer)));
    }

    private static Line line(ByteBuffer answer) {
        byte[] address = new byte[4];
        answer.get(8, address);
        InetAddress external = PortControl.address(address);
        boolean some = !external.isAnyLocalAddress();
        return new Line(some, some ? external : null, Integer.toUnsignedLong(answer.getInt(4)));
    }

    /** Section 3.3; a router that gives another port is asked to take it back. */
    @Override
    public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
        return request(wish.internal(), wish.external(), lease)
                .then(
                        answer -> {
                            int given = Short.toUnsignedInt(answer.getShort(10));
                            long seconds = Integer.toUnsignedLong(answer.getInt(12));
                            return given == wish.external() && seconds > 0
                                    ? stands(wish, Duration.ofSeconds(seconds))
                                    : takeBack(wish, given);
                        });
    }

    private RouterAnswer<MapOutcome> stands(Wish wish, Duration lease) {
        return new RouterAnswer.Given<>(
                new MapOutcome.Stands(control.mapping(wish, lease), lease, null));
    }

    private RouterAnswer<MapOutcome> takeBack(Wish wish, int given) {
        return unmap(wish).then(_ -> new RouterAnswer.Given<>(new MapOutcome.OtherPort(given)));
    }

    /** Section 3.4: a lifetime of zero, and no external port. */
    @Override
    public RouterAnswer<Boolean> unmap(Wish wish) {
        return request(wish.internal(), 0, Duration.ZERO).then(_ -> new RouterAnswer.Given<>(true));
    }

    private RouterAnswer<ByteBuffer> request(int internal, int external, Duration lease) {
        ByteBuffer question =
                ByteBuffer.allocate(12)
                        .put(VERSION)
                        .put(TCP)
                        .putShort((short) 0)
                        .putShort((short) internal)
                        .putShort((short) external)
                        .putInt((int) lease.toSeconds());
        return ask(question.array(), TCP, MAP_LENGTH)
                .then(
                        answer ->
                                Short.toUnsignedInt(answer.getShort(8)) == internal
                                        ? new RouterAnswer.Given<>(answer)
                                        : new RouterAnswer.Garbled<>(
                                                "an answer about another port"));
    }

    private RouterAnswer<ByteBuffer> ask(byte[] question, byte operation, int length) {
        return control.ask(question, datagram -> answers(datagram, operation, length))
                .then(datagram -> judge(ByteBuffer.wrap(datagram)));
    }

    /** Section 3.5: the operation plus 128. */
    private static boolean answers(byte[] datagram, byte operation, int length) {
        return datagram.length >= SHORTEST
                && datagram[0] == VERSION
                && datagram[1] == (byte) (operation + 128)
                && (datagram.length >= length || datagram[2] != 0 || datagram[3] != 0);
    }

    private static RouterAnswer<ByteBuffer> judge(ByteBuffer answer) {
        int result = Short.toUnsignedInt(answer.getShort(2));
        return result == 0
                ? new RouterAnswer.Given<>(answer)
                : new RouterAnswer.Refused<>(reason(result), result, "");
    }

    /** Section 3.5. */
    private static Refusal reason(int result) {
        return switch (result) {
            case 1, 5 -> Refusal.UNSUPPORTED;
            case 2 -> Refusal.NOT_AUTHORISED;
            case 3 -> Refusal.NOT_CONNECTED;
            case 4 -> Refusal.NO_ROOM;
            default -> Refusal.OTHER;
        };
    }
}
