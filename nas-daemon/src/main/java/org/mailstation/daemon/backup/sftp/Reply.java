package org.mailstation.daemon.backup.sftp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** An answer of the other computer. */
final class Reply {
    static final int VERSION = 2;
    static final int STATUS = 101;
    static final int HANDLE = 102;
    static final int DATA = 103;
    static final int NAME = 104;
    static final int ATTRS = 105;
    static final int EXTENDED = 201;

    private static final int OK = 0;
    private static final int EOF = 1;
    private static final int NO_SUCH_FILE = 2;
    private static final int PERMISSION_DENIED = 3;

    /** Section 3 has servers take 34000 octets; nobody sends much more. */
    private static final int LARGEST = 256 * 1024;

    private final int type;
    private final ByteBuffer rest;

    private Reply(int type, ByteBuffer rest) {
        this.type = type;
        this.rest = rest;
    }

    static Reply read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LARGEST) {
            throw new IOException("this is no SFTP server");
        }
        int type = in.readUnsignedByte();
        byte[] content = in.readNBytes(length - 1);
        if (content.length < length - 1) {
            throw new java.io.EOFException("the connection ended");
        }
        return new Reply(type, ByteBuffer.wrap(content));
    }

    boolean isStatus(int... codes) {
        int code = type == STATUS ? rest.getInt(rest.position()) : -1;
        return java.util.Arrays.stream(codes).anyMatch(one -> one == code);
    }

    boolean isEnd() {
        return isStatus(EOF);
    }

    boolean isMissing() {
        return isStatus(NO_SUCH_FILE);
    }

    /** Goes on only if this is what was expected. */
    Reply expect(int expected, String name) throws IOException {
        if (type == expected && (expected != STATUS || isStatus(OK))) {
            return this;
        }
        if (type != STATUS) {
            throw new IOException("the SFTP server answers something else than was asked");
        }
        throw switch (number()) {
            case NO_SUCH_FILE -> new NoSuchFileException(name);
            case PERMISSION_DENIED -> new AccessDeniedException(name);
            default -> new IOException(name + ": " + text());
        };
    }

    int number() throws IOException {
        return need(Integer.BYTES).getInt();
    }

    long large() throws IOException {
        return need(Long.BYTES).getLong();
    }

    byte[] octets() throws IOException {
        int length = number();
        need(length);
        byte[] content = new byte[length];
        rest.get(content);
        return content;
    }

    String text() throws IOException {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    boolean hasMore() {
        return rest.hasRemaining();
    }

    /** Section 5: flags say which of the attributes follow. */
    void skipAttributes() throws IOException {
        int flags = number();
        if ((flags & 1) != 0) {
            large();
        }
        if ((flags & 2) != 0) {
            large();
        }
        if ((flags & 4) != 0) {
            number();
        }
        if ((flags & 8) != 0) {
            large();
        }
        if ((flags & 0x80000000) != 0) {
            for (int pairs = number(); pairs > 0; pairs--) {
                octets();
                octets();
            }
        }
    }

    private ByteBuffer need(int octets) throws IOException {
        if (octets < 0 || rest.remaining() < octets) {
            throw new IOException("an answer of the SFTP server is too short");
        }
        return rest;
    }
}
