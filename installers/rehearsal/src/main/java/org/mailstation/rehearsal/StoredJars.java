package org.mailstation.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the jars of folders without compression: {@code FOLDER...}. Entries keep their order,
 * names, times and bytes, so signatures stay valid. An archive of such jars packs better than one
 * of packed jars, as it sees all of them at once, and Java need not unpack what it loads.
 */
public final class StoredJars {
    private StoredJars() {}

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folder), "*.jar")) {
                for (Path jar : jars) {
                    rewrite(jar);
                }
            }
        }
    }

    /** One jar, in place. */
    static void rewrite(Path jar) throws IOException {
        Path stored = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile packed = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(stored);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            Enumeration<? extends ZipEntry> entries = packed.entries();
            while (entries.hasMoreElements()) {
                copy(packed, entries.nextElement(), out);
            }
        }
        Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile packed, ZipEntry entry, ZipOutputStream out)
            throws IOException {
        byte[] content;
        try (InputStream in = packed.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(checksum.getValue());
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
    }
}
