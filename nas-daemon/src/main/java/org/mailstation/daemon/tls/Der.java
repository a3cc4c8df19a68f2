package org.mailstation.daemon.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the few ASN.1 values that a certificate is made of, in their distinguished encoding
 * (X.690).
 */
final class Der {
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, concat(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, concat(parts));
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] bitString(byte[] bytes) {
        return value(0x03, concat(new byte[] {0}, bytes));
    }

    static byte[] octetString(byte[] bytes) {
        return value(0x04, bytes);
    }

    static byte[] bool(boolean yes) {
        return value(0x01, new byte[] {(byte) (yes ? 0xff : 0)});
    }

    static byte[] utf8(String text) {
        return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param dotted for example {@code 2.5.29.17}
     */
    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            base128(out, Integer.parseInt(arcs[i]));
        }
        return value(0x06, out.toByteArray());
    }

    private static void base128(ByteArrayOutputStream out, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                out.write(((arc >>> shift) & 0x7f) | 0x80);
            }
        }
        out.write(arc & 0x7f);
    }

    /** RFC 5280 4.1.2.5: UTCTime until 2049, GeneralizedTime from 2050. */
    static byte[] time(Instant at) {
        boolean late = at.atOffset(ZoneOffset.UTC).getYear() >= 2050;
        String text = (late ? GENERALIZED : UTC_TIME).format(at);
        return value(late ? 0x18 : 0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A value under a context tag: 0xa0 + n where it is constructed, 0x80 + n where it is plain.
     */
    static byte[] tagged(int tag, byte[] content) {
        return value(tag, content);
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
