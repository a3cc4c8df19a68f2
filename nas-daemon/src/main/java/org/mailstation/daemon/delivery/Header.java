package org.mailstation.daemon.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The header of a letter, field by field, bytes unchanged (RFC 5322 2.2). It reads no further than
 * the empty line and understands no content, so that no letter is too odd for it.
 *
 * @param fields in order; each with its folded lines and its last CR LF
 * @param length of the header in the letter, in bytes, without the empty line
 */
record Header(List<byte[]> fields, long length) {
    /** What is longer is no header any more; the rest counts as body. */
    private static final int MOST_BYTES = 512 * 1024;

    /** Most headers end within it. */
    private static final int FIRST_LOOK = 8 * 1024;

    Header {
        fields = List.copyOf(fields);
    }

    static Header of(Letter letter) throws IOException {
        try (InputStream in = letter.open()) {
            byte[] window = in.readNBytes(FIRST_LOOK);
            if (window.length == FIRST_LOOK && !hasEmptyLine(window)) {
                byte[] rest = in.readNBytes(MOST_BYTES - FIRST_LOOK);
                window = Arrays.copyOf(window, FIRST_LOOK + rest.length);
                System.arraycopy(rest, 0, window, FIRST_LOOK, rest.length);
            }
            return of(window);
        }
    }

    private static boolean hasEmptyLine(byte[] window) {
        for (int i = 0; i + 3 < window.length; i++) {
            if (window[i] == '\r'
                    && window[i + 1] == '\n'
                    && window[i + 2] == '\r'
                    && window[i + 3] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static Header of(byte[] window) {
        List<byte[]> fields = new ArrayList<>();
        long length = 0;
        int start = 0;
        while (start < window.length) {
            int end = endOfField(window, start);
            if (end < 0 || isEmptyLine(window, start) || !isField(window, start, end)) {
                break;
            }
            fields.add(Arrays.copyOfRange(window, start, end));
            length = end;
            start = end;
        }
        return new Header(fields, length);
    }

    private static boolean isEmptyLine(byte[] window, int start) {
        return window[start] == '\r' && start + 1 < window.length && window[start + 1] == '\n';
    }

    /** After the CR LF that no white space follows; -1 if there is none. */
    private static int endOfField(byte[] window, int start) {
        for (int i = start; i + 1 < window.length; i++) {
            if (window[i] == '\r' && window[i + 1] == '\n') {
                boolean folded =
                        i + 2 < window.length && (window[i + 2] == ' ' || window[i + 2] == '\t');
                if (!folded) {
                    return i + 2;
                }
            }
        }
        return -1;
    }

    /** A name of printable characters, then a colon (RFC 5322 3.6.8). */
    private static boolean isField(byte[] window, int start, int end) {
        for (int i = start; i < end; i++) {
            if (window[i] == ':') {
                return i > start;
            }
            boolean nameOrSpaceBeforeColon =
                    (window[i] > 32 && window[i] < 127) || (i > start && window[i] == ' ');
            if (!nameOrSpaceBeforeColon) {
                return false;
            }
        }
        return false;
    }

    /** Whether anything in it is not ASCII (RFC 6532 3.2). */
    boolean isInternational() {
        for (byte[] field : fields) {
            for (byte octet : field) {
                if (octet < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean isNamed(byte[] field, String name) {
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        String own = new String(field, 0, colon, StandardCharsets.US_ASCII).trim();
        return own.equalsIgnoreCase(name);
    }

    long count(String name) {
        return fields.stream().filter(field -> isNamed(field, name)).count();
    }

    /** Content of the first field of this name, unfolded. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.stream().filter(field -> isNamed(field, name)).map(Header::content).toList();
    }

    /** All fields but those that are unwanted. */
    byte[] without(Predicate<byte[]> unwanted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.stream().filter(unwanted.negate()).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The content of a field, unfolded. */
    static String content(byte[] field) {
        String text = new String(field, StandardCharsets.UTF_8);
        return text.substring(text.indexOf(':') + 1).replace("\r\n", "").trim();
    }
}
