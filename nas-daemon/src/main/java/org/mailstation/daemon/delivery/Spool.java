package org.mailstation.daemon.delivery;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A letter while it comes in: a small one stays in memory, a larger one goes to a file that is
 * removed at the end. Nothing has been promised about it yet, so nothing is synced.
 */
public final class Spool implements Letter, AutoCloseable {
    private static final int IN_MEMORY = 128 * 1024;

    private final Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(8192);
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    /**
     * @param folder for files, on the same disk as the rest
     */
    public Spool(Path folder) {
        this.folder = folder;
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (out == null && memory.size() + length > IN_MEMORY) {
            Path made = Files.createTempFile(folder, "incoming", ".eml");
            file = made;
            out = new BufferedOutputStream(Files.newOutputStream(made), 64 * 1024);
            memory.writeTo(out);
            memory.reset();
        }
        (out == null ? memory : out).write(bytes, offset, length);
    }

    /** To be called once, when all bytes have been written. */
    public void complete() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    @Override
    public InputStream open() throws IOException {
        Path spilled = file;
        return spilled == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : Files.newInputStream(spilled);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        try {
            if (out != null) {
                out.close();
            }
        } finally {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        }
    }
}
