package org.mailstation.router.pcp;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Predicate;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** PCP, RFC 6887. */
public final class Pcp implements PortMapper {
    private static final byte ANNOUNCE = 0;
    private static final byte MAP = 1;

    /** Section 13.2. */
    private static final byte PREFER_FAILURE = 2;

    private final PortControl control;
    private final Nonce nonce;

    /**
     * @param nonce the one with which this computer's mappings were made before
     */
    public Pcp(PortControl control, Nonce nonce) {
        this.control = control;
        this.nonce = nonce;
    }

    @Override
    public Gateway gateway() {
        return control.gateway(Protocol.PCP);
    }

    /**
     * ANNOUNCE, section 14.1: tells the count of seconds; the address only comes with a mapping.
     */
    @Override
    public RouterAnswer<Line> line() {
        byte[] question = header(ANNOUNCE, 0, 0).array();
        return ask(question, datagram -> PcpAnswer.answers(datagram, ANNOUNCE))
                .then(answer -> new RouterAnswer.Given<>(new Line(true, null, answer.epoch())));
    }

    /**
     * Section 11. An external port that is not the wished one is given back; routers are seen to do
     * that in spite of PREFER_FAILURE.
     */
    @Override
    public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
        return switch (request(wish, lease.toSeconds(), true)) {
            // the option is unknown there: then the answer shows what it would have prevented
            case RouterAnswer.Refused<PcpAnswer>(Refusal _, int code, String _)
                    when code == PcpAnswer.UNSUPPORTED_OPTION ->
                    request(wish, lease.toSeconds(), false).then(answer -> judge(wish, answer));
            case RouterAnswer.Refused<PcpAnswer>(Refusal reason, int _, String _)
                    when reason == Refusal.CONFLICT ->
                    new RouterAnswer.Given<>(new MapOutcome.Taken(null));
            case RouterAnswer<PcpAnswer> answer -> answer.then(given -> judge(wish, given));
        };
    }

    private RouterAnswer<MapOutcome> judge(Wish wish, PcpAnswer answer) {
        if (answer.external() != wish.external() || answer.lifetime() == 0) {
            return unmap(wish)
                    .then(
                            _ ->
                                    new RouterAnswer.Given<>(
                                            new MapOutcome.OtherPort(answer.external())));
        }
        Duration lease = Duration.ofSeconds(answer.lifetime());
        return new RouterAnswer.Given<>(
                new MapOutcome.Stands(control.mapping(wish, lease), lease, answer.address()));
    }

    /** Section 11.1: a lifetime of zero. */
    @Override
    public RouterAnswer<Boolean> unmap(Wish wish) {
        return request(wish, 0, false).then(_ -> new RouterAnswer.Given<>(true));
    }

    private RouterAnswer<PcpAnswer> request(Wish wish, long lifetime, boolean preferFailure) {
        ByteBuffer question = header(MAP, lifetime, preferFailure ? 40 : 36);
        question.put(nonce.bytes()).put(PcpAnswer.TCP).put(new byte[3]);
        question.putShort((short) wish.internal());
        question.putShort(lifetime == 0 ? 0 : (short) wish.external());
        question.put(mapped(new byte[4]));
        if (preferFailure) {
            question.put(PREFER_FAILURE).put((byte) 0).putShort((short) 0);
        }
        Predicate<byte[]> fits =
                datagram ->
                        PcpAnswer.answers(datagram, MAP)
                                && PcpAnswer.isAbout(datagram, nonce, wish.internal());
        RouterAnswer<PcpAnswer> answer = ask(question.array(), fits);
        // seen once from a router at which the next same question was answered well
        return answer instanceof RouterAnswer.Refused<PcpAnswer>(Refusal _, int code, String _)
                        && code == PcpAnswer.ADDRESS_MISMATCH
                ? ask(question.array(), fits)
                : answer;
    }

    /** Section 7.1. */
    private ByteBuffer header(byte operation, long lifetime, int more) {
        return ByteBuffer.allocate(24 + more)
                .put(PcpAnswer.VERSION)
                .put(operation)
                .putShort((short) 0)
                .putInt((int) lifetime)
                .put(mapped(control.client().getAddress()));
    }

    /** Section 5: an IPv4 address in the space of an IPv6 address. */
    private static byte[] mapped(byte[] address) {
        return ByteBuffer.allocate(16)
                .put(new byte[10])
                .putShort((short) 0xffff)
                .put(address)
                .array();
    }

    private RouterAnswer<PcpAnswer> ask(byte[] question, Predicate<byte[]> fits) {
        return control.ask(question, datagram -> fits.test(datagram) || PcpAnswer.older(datagram))
                .then(PcpAnswer::judge);
    }

    /** The address in the last 16 of 60 bytes. */
    static InetAddress address(ByteBuffer answer, int from) {
        byte[] bytes = new byte[16];
        answer.get(from, bytes);
        return PortControl.address(bytes);
    }
}
