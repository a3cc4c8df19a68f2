package org.mailstation.daemon.forwarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.files.AtomicFile;
import org.mailstation.router.pcp.Nonce;

/**
 * What was asked of the router, written down: after a restart nothing that is no longer wanted
 * stays open, and PCP knows the NAS again by its nonce. One line each: {@code nonce HEX} and {@code
 * EXTERNAL INTERNAL}.
 */
public final class Ledger {
    private static final String NONCE = "nonce ";

    private final @Nullable Path file;
    private final Nonce nonce;
    private final Map<Integer, Integer> asked;

    private Ledger(@Nullable Path file, Nonce nonce, Map<Integer, Integer> asked) {
        this.file = file;
        this.nonce = nonce;
        this.asked = new TreeMap<>(asked);
    }

    /**
     * Reads it, or begins one.
     *
     * @throws IOException if it cannot be read, is damaged, or cannot be begun; it is then left
     *     alone
     */
    public static Ledger open(Path file, RandomGenerator random) throws IOException {
        try {
            return read(file, Files.readString(file));
        } catch (NoSuchFileException neverAsked) {
            Ledger fresh = new Ledger(file, Nonce.random(random), Map.of());
            fresh.save();
            return fresh;
        }
    }

    /** One that is not written down: better than none, where it cannot be. */
    public static Ledger unsaved(RandomGenerator random) {
        return new Ledger(null, Nonce.random(random), Map.of());
    }

    private static Ledger read(Path file, String text) throws IOException {
        try {
            Map<Integer, Integer> asked = new TreeMap<>();
            String hex = "";
            for (String line : text.lines().toList()) {
                if (line.startsWith(NONCE)) {
                    hex = line.substring(NONCE.length());
                } else {
                    String[] ports = line.split(" ", 2);
                    asked.put(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
                }
            }
            return new Ledger(file, Nonce.of(hex), asked);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
            throw new IOException(file + " is damaged; remove it to begin a new one", damaged);
        }
    }

    public Nonce nonce() {
        return nonce;
    }

    /** Internal by external port. */
    synchronized Map<Integer, Integer> asked() {
        return Map.copyOf(asked);
    }

    /**
     * To be called before the router is asked: an entry too many does no harm, one too few does.
     */
    synchronized void add(int external, int internal) throws IOException {
        Integer before = asked.put(external, internal);
        if (before == null || before != internal) {
            save();
        }
    }

    synchronized void remove(int external) throws IOException {
        if (asked.remove(external) != null) {
            save();
        }
    }

    private void save() throws IOException {
        if (file == null) {
            return;
        }
        String lines =
                asked.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        AtomicFile.write(file, NONCE + nonce.hex() + "\n" + lines);
    }
}
