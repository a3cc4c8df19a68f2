package org.mailstation.daemon.store.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disk of this computer. */
public final class RealDisk implements Disk {
    private static final int CHUNK = 64 * 1024;

    @Override
    public void createDirectory(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    @Override
    public long writeNew(Path file, InputStream content) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            for (int n = content.readNBytes(chunk, 0, CHUNK);
                    n > 0;
                    n = content.readNBytes(chunk, 0, CHUNK)) {
                ByteBuffer octets = ByteBuffer.wrap(chunk, 0, n);
                while (octets.hasRemaining()) {
                    total += out.write(octets);
                }
            }
            out.force(false);
            return total;
        }
    }

    @Override
    public void writeLater(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void syncFile(Path file) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            open.force(false);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void link(Path existing, Path another) throws IOException {
        try {
            Files.createLink(another, existing);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // no links here (vfat, exFAT), or too many of them; a missing letter fails again below
            try (InputStream in = Files.newInputStream(existing)) {
                writeNew(another, in);
            }
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void syncDirectory(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public long left(Path folder) {
        return folder.toFile().getUsableSpace();
    }

    @Override
    public AppendFile append(Path file) throws IOException {
        return new Growing(file);
    }

    @Override
    public Room room(Path file) throws IOException {
        return new FixedRoom(file);
    }
}
