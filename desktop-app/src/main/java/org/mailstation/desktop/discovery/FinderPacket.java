package org.mailstation.desktop.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A packet of the Synology finder: eight bytes of header, then fields of one byte type, one byte
 * length, and the value. Numbers are little-endian, addresses in network order. Nobody published
 * the protocol; this is what the units in the field say and understand.
 *
 * @param fields in the order of the packet; a type may occur twice
 */
record FinderPacket(List<Field> fields) {
    static final int PORT = 9999;

    static final int TYPE = 0x01;
    static final int NAME = 0x11;
    static final int ADDRESS = 0x12;
    static final int MAC = 0x19;
    static final int BUILD = 0x49;
    static final int VERSION = 0x77;
    static final int MODEL = 0x78;
    static final int SERIAL = 0xC0;
    static final int SYSTEM = 0xC1;
    static final int PROTOCOL = 0xA4;

    private static final byte[] PLAIN = HexFormat.of().parseHex("1234567853594e4f");
    private static final byte[] ENCRYPTED = HexFormat.of().parseHex("1234556653594e4f");
    private static final int REPLY = 2;

    /**
     * One field.
     *
     * @param type 0 to 255
     * @param value at most 255 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and shared with nobody
    record Field(int type, byte[] value) {
        Field {
            if (type < 0 || type > 255 || value.length > 255) {
                throw new IllegalArgumentException("a field of type " + type);
            }
        }
    }

    /** What a datagram on the finder's port is. */
    sealed interface Read {
        /** A unit describes itself. */
        record Reply(FinderPacket packet) implements Read {}

        /** A unit describes itself to somebody who has its key. */
        record Encrypted() implements Read {}

        /** A question (our own comes back to us), or not of this protocol. */
        record Other() implements Read {}
    }

    FinderPacket {
        fields = List.copyOf(fields);
    }

    /**
     * The shortest question that is answered. Without a key in it (types 0xC4, 0xC5) the reply is
     * readable; without a hardware address (0x7C) it is meant for everybody.
     */
    static FinderPacket query() {
        return new FinderPacket(
                List.of(
                        new Field(PROTOCOL, new byte[] {0, 0, 2, 1}),
                        new Field(TYPE, new byte[] {1, 0, 0, 0})));
    }

    byte[] encode() {
        ByteBuffer out =
                ByteBuffer.allocate(
                        PLAIN.length
                                + fields.stream()
                                        .mapToInt(field -> 2 + field.value().length)
                                        .sum());
        out.put(PLAIN);
        for (Field field : fields) {
            out.put((byte) field.type()).put((byte) field.value().length).put(field.value());
        }
        return out.array();
    }

    /** Reads a datagram. A field that is cut off ends the packet; what stands before it counts. */
    static Read decode(byte[] datagram) {
        if (startsWith(datagram, ENCRYPTED)) {
            return new Read.Encrypted();
        }
        if (!startsWith(datagram, PLAIN)) {
            return new Read.Other();
        }
        ByteBuffer in = ByteBuffer.wrap(datagram).position(PLAIN.length);
        List<Field> fields = new ArrayList<>();
        while (in.remaining() >= 2) {
            int type = Byte.toUnsignedInt(in.get());
            byte[] value = new byte[Byte.toUnsignedInt(in.get())];
            if (value.length > in.remaining()) {
                break;
            }
            in.get(value);
            fields.add(new Field(type, value));
        }
        FinderPacket packet = new FinderPacket(fields);
        boolean reply = packet.number(TYPE).orElse(0) == REPLY;
        return reply ? new Read.Reply(packet) : new Read.Other();
    }

    private static boolean startsWith(byte[] datagram, byte[] header) {
        return datagram.length >= header.length
                && Arrays.equals(datagram, 0, header.length, header, 0, header.length);
    }

    /** The first field of that type as text; empty where there is none. */
    String text(int type) {
        return value(type).map(value -> new String(value, StandardCharsets.UTF_8)).orElse("");
    }

    /** The first field of that type as a number, if it is one of four bytes. */
    OptionalLong number(int type) {
        Optional<byte[]> value = value(type).filter(bytes -> bytes.length == 4);
        return value.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Integer.toUnsignedLong(
                                ByteBuffer.wrap(value.get())
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt()));
    }

    /** The unit's own address, if it told one. */
    Optional<InetAddress> address() {
        return value(ADDRESS).filter(bytes -> bytes.length == 4).map(FinderPacket::toAddress);
    }

    private static InetAddress toAddress(byte[] four) {
        try {
            return InetAddress.getByAddress(four);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private Optional<byte[]> value(int type) {
        return fields.stream().filter(field -> field.type() == type).map(Field::value).findFirst();
    }

    /** What the packet tells of the unit that sent it. */
    Sighting sighting(InetAddress sender) {
        String system = text(SYSTEM).isEmpty() ? "DSM" : text(SYSTEM);
        OptionalLong build = number(BUILD);
        String version = Plain.text(text(VERSION));
        String whole =
                build.isPresent() && !version.contains("-")
                        ? version + "-" + build.getAsLong()
                        : version;
        return Sighting.at(Channel.FINDER, sender)
                .kind(Kind.SYNOLOGY)
                .named(text(NAME))
                .model(text(MODEL))
                .system(version.isEmpty() ? "" : system + " " + whole)
                .serial(text(SERIAL))
                .macs(Plain.mac(text(MAC)).map(java.util.Set::of).orElse(java.util.Set.of()))
                .at(address().map(own -> List.of(own, sender)).orElse(List.of(sender)));
    }
}
