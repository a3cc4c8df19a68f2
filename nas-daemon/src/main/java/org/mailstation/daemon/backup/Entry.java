package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file in a backup.
 *
 * @param hash SHA-256 of its content, lower-case hex
 * @param size in octets
 * @param time when it was last changed, milliseconds since 1970
 * @param box the number of a letter's mailbox, 0 for any other file
 * @param uid the letter's number in it, else 0
 * @param path relative to the station's data folder
 */
record Entry(String hash, long size, long time, long box, long uid, String path) {
    private static final int HEX = 64;

    Entry {
        if (hash.length() != HEX || !hash.matches("[0-9a-f]*") || size < 0) {
            throw new IllegalArgumentException("not an entry of a backup");
        }
    }

    boolean isLetter() {
        return box != 0;
    }

    String line() {
        return String.join(
                "\t",
                isLetter() ? "L" : "F",
                hash,
                Long.toString(size),
                Long.toString(time),
                Long.toString(box),
                Long.toString(uid),
                path);
    }

    static Entry parse(String line) throws IOException {
        String[] parts = line.split("\t", 7);
        try {
            return new Entry(
                    parts[1],
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]),
                    Long.parseLong(parts[5]),
                    parts[6]);
        } catch (RuntimeException damaged) {
            throw new IOException("a line of the backup's list cannot be read", damaged);
        }
    }

    /** Where its content lies in the vault. */
    String object() {
        return object(hash);
    }

    static String object(String hash) {
        return "objects/" + hash.substring(0, 2) + "/" + hash.substring(2);
    }

    /**
     * Where it belongs below a folder.
     *
     * @throws IOException if it would be outside: no list can make that happen
     */
    Path below(Path folder) throws IOException {
        try {
            Path place = folder.resolve(path).normalize();
            if (path.isEmpty() || place.equals(folder) || !place.startsWith(folder)) {
                throw new IOException("a path in the backup's list leads elsewhere");
            }
            return place;
        } catch (java.nio.file.InvalidPathException damaged) {
            throw new IOException("a path in the backup's list cannot be", damaged);
        }
    }
}
