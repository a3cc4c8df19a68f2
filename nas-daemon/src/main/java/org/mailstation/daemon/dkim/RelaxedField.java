package org.mailstation.daemon.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A field of a header in its relaxed form (RFC 6376 3.4.2). Octets, not characters: what is no
 * UTF-8 must be signed as it stands.
 *
 * @param name in small letters
 * @param value unfolded, without needless blanks, without line end
 */
record RelaxedField(String name, byte[] value) {
    /**
     * @param field with its name and folded lines
     */
    static RelaxedField of(byte[] field) {
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        String name = new String(field, 0, colon, StandardCharsets.US_ASCII).strip();
        ByteArrayOutputStream value = new ByteArrayOutputStream(field.length);
        boolean blank = false;
        for (int i = colon + 1; i < field.length; i++) {
            switch (field[i]) {
                case ' ', '\t' -> blank = value.size() > 0;
                case '\r', '\n' -> {
                    // a folded line goes on with a blank
                }
                default -> {
                    if (blank) {
                        value.write(' ');
                        blank = false;
                    }
                    value.write(field[i]);
                }
            }
        }
        return new RelaxedField(name.toLowerCase(Locale.ROOT), value.toByteArray());
    }

    /** Name, colon and value, as they are signed. */
    byte[] line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(name.length() + value.length + 1);
        line.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        line.write(':');
        line.writeBytes(value);
        return line.toByteArray();
    }
}
