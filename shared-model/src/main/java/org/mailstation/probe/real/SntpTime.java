package org.mailstation.probe.real;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.mailstation.probe.TimeServers;

/** Asks time servers by SNTP (RFC 4330). */
public final class SntpTime implements TimeServers {
    private static final int PORT = 123;
    private static final int LENGTH = 48;

    /** version 4, mode 3: a client */
    private static final byte ASKING = 0x23;

    private static final int SERVER = 4;
    private static final int UNSYNCHRONIZED = 3;
    private static final int ORIGINATE = 24;
    private static final int RECEIVE = 32;
    private static final int TRANSMIT = 40;

    /** RFC 4330 3: seconds from 1900 to 1970. */
    private static final long EPOCH = 2_208_988_800L;

    private final Clock clock;
    private final Duration patience;
    private final int port;

    public SntpTime(Clock clock, Duration patience) {
        this(clock, patience, PORT);
    }

    /**
     * @param port where servers listen
     */
    SntpTime(Clock clock, Duration patience, int port) {
        this.clock = clock;
        this.patience = patience;
        this.port = port;
    }

    @Override
    public Answer ask(String server) {
        try (DatagramSocket socket = new DatagramSocket()) {
            // only its own answer gets in
            socket.connect(new InetSocketAddress(InetAddress.getByName(server), port));
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            Instant sent = clock.instant();
            byte[] question = question(sent);
            socket.send(new DatagramPacket(question, LENGTH));
            DatagramPacket packet = new DatagramPacket(new byte[LENGTH], LENGTH);
            socket.receive(packet);
            return judge(question, packet, sent, clock.instant());
        } catch (SocketTimeoutException late) {
            return new CouldNotTell("no answer in time");
        } catch (IOException e) {
            return new CouldNotTell(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] question(Instant now) {
        ByteBuffer packet = ByteBuffer.allocate(LENGTH);
        packet.put(0, ASKING);
        packet.putInt(TRANSMIT, (int) (now.getEpochSecond() + EPOCH));
        packet.putInt(TRANSMIT + 4, (int) (((long) now.getNano() << 32) / 1_000_000_000L));
        return packet.array();
    }

    /** RFC 4330 5: what an answer must be like, and the offset in it. */
    private static Answer judge(
            byte[] question, DatagramPacket packet, Instant sent, Instant received) {
        byte[] answer = packet.getData();
        int stratum = answer[1];
        if (packet.getLength() < LENGTH
                || (answer[0] & 7) != SERVER
                || !Arrays.equals(
                        question,
                        TRANSMIT,
                        TRANSMIT + Long.BYTES,
                        answer,
                        ORIGINATE,
                        ORIGINATE + Long.BYTES)) {
            return new CouldNotTell("not an answer to the question");
        }
        if (stratum < 1 || stratum > 15 || ((answer[0] >> 6) & 3) == UNSYNCHRONIZED) {
            return new CouldNotTell("the server does not know the time itself");
        }
        Duration there = Duration.between(sent, moment(answer, RECEIVE, sent));
        Duration back = Duration.between(received, moment(answer, TRANSMIT, sent));
        return new Told(there.plus(back).dividedBy(2));
    }

    /** In the age of 2³² seconds that is nearest to our own clock. */
    private static Instant moment(byte[] packet, int at, Instant near) {
        ByteBuffer buffer = ByteBuffer.wrap(packet);
        long seconds = Integer.toUnsignedLong(buffer.getInt(at)) - EPOCH;
        long age = 1L << 32;
        long whole = seconds + Math.round((near.getEpochSecond() - seconds) / (double) age) * age;
        long nanos = (Integer.toUnsignedLong(buffer.getInt(at + 4)) * 1_000_000_000L) >>> 32;
        return Instant.ofEpochSecond(whole, nanos);
    }
}
