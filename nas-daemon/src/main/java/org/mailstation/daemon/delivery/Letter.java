package org.mailstation.daemon.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * The bytes of a letter (RFC 5322), header and body, lines ended by CR LF; they can be read as
 * often as needed.
 */
public interface Letter {
    InputStream open() throws IOException;

    /** In bytes. */
    long size();

    static Letter of(byte[] bytes) {
        return new Letter() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    /** One that lies in a file. */
    static Letter of(Path file, long size) {
        return new Letter() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /**
     * This letter with other bytes before it, in place of the first {@code skipped} bytes of its
     * own.
     */
    default Letter withHead(byte[] head, long skipped) {
        Letter tail = this;
        return new Letter() {
            @Override
            public InputStream open() throws IOException {
                InputStream rest = tail.open();
                rest.skipNBytes(skipped);
                return new SequenceInputStream(
                        Collections.enumeration(List.of(new ByteArrayInputStream(head), rest)));
            }

            @Override
            public long size() {
                return head.length + tail.size() - skipped;
            }
        };
    }

    /** This letter with other bytes after it. */
    default Letter followedBy(byte[] tail) {
        Letter front = this;
        return new Letter() {
            @Override
            public InputStream open() throws IOException {
                return new SequenceInputStream(front.open(), new ByteArrayInputStream(tail));
            }

            @Override
            public long size() {
                return front.size() + tail.length;
            }
        };
    }
}
