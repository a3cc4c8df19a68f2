package org.mailstation.daemon.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.files.AtomicFile;
import org.mailstation.text.Text;

/**
 * The passwords of the accounts, as salted hashes in {@code secrets/passwords} (mode 0600, one line
 * an account: address, space, hash).
 *
 * <p>Programs that poll sign in every few minutes; so that each time does not cost a full
 * derivation, a right password is remembered for a short while, as a keyed hash under a key that
 * lives only in this process.
 */
public final class AccountPasswords {
    /** OWASP's advice of 2023 for PBKDF2 with HMAC-SHA-512. */
    public static final int ITERATIONS = 210_000;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /**
     * @param of the very hash that the password was right for: a new password makes this worthless
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Remembered(PasswordHash of, byte[] mac, Instant until) {}

    private final Path file;
    private final Clock clock;
    private final SecureRandom random;
    private final int iterations;
    private final SecretKeySpec processKey;
    private final PasswordHash nobody;
    private final Map<String, PasswordHash> hashes;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    /**
     * @param secrets folder in which the file lies
     * @param iterations of new hashes; {@link #ITERATIONS} except in tests
     */
    public AccountPasswords(Path secrets, Clock clock, SecureRandom random, int iterations)
            throws IOException {
        this.file = secrets.resolve("passwords");
        this.clock = clock;
        this.random = random;
        this.iterations = iterations;
        byte[] key = new byte[32];
        random.nextBytes(key);
        this.processKey = new SecretKeySpec(key, "HmacSHA256");
        this.nobody = PasswordHash.ofNobody(iterations, random);
        this.hashes = new ConcurrentHashMap<>(read(file));
    }

    private static Map<String, PasswordHash> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(
                            Collectors.toMap(
                                    parts -> parts[0], parts -> PasswordHash.parse(parts[1])));
        } catch (NoSuchFileException none) {
            // nobody has a password yet
            return Map.of();
        } catch (RuntimeException damaged) {
            throw new IOException("the file of passwords is damaged: " + file, damaged);
        }
    }

    public boolean has(String address) {
        return hashes.containsKey(address);
    }

    /**
     * Sets the password of an account. When this returns, it is on the disk.
     *
     * @return why the password was refused, or nothing if it was set
     */
    public Optional<Text> set(String address, Secret password) throws IOException {
        Optional<Text> objection = PasswordRules.objection(address, password);
        if (objection.isEmpty()) {
            PasswordHash hash = PasswordHash.of(password.reveal(), iterations, random);
            store(address, hash);
        }
        return objection;
    }

    private synchronized void store(String address, PasswordHash hash) throws IOException {
        Map<String, PasswordHash> next = new TreeMap<>(hashes);
        next.put(address, hash);
        write(next);
        hashes.put(address, hash);
        remembered.remove(address);
    }

    /** Forgets the passwords of accounts that are no more. */
    public synchronized void retain(java.util.Set<String> addresses) throws IOException {
        Map<String, PasswordHash> next = new TreeMap<>(hashes);
        if (next.keySet().retainAll(addresses)) {
            write(next);
            hashes.keySet().retainAll(addresses);
            remembered.keySet().retainAll(addresses);
        }
    }

    private void write(Map<String, PasswordHash> all) throws IOException {
        String text =
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().line() + "\n")
                        .collect(Collectors.joining());
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether this password was right a short while ago and still is. {@code false} says nothing.
     * Does not block.
     */
    public boolean remembers(String address, String password) {
        return remembers(address, hashes.get(address), mac(address, password));
    }

    @SuppressWarnings("ReferenceEquality") // the very hash that is in force now
    private boolean remembers(String address, @Nullable PasswordHash hash, byte[] mac) {
        Remembered last = remembered.get(address);
        return last != null
                && last.of() == hash
                && clock.instant().isBefore(last.until())
                && MessageDigest.isEqual(last.mac(), mac);
    }

    /**
     * Whether this is the account's password. Takes as long for an account that does not exist.
     * Blocks for some 100 ms.
     */
    public boolean verify(String address, String password) {
        PasswordHash hash = hashes.get(address);
        byte[] mac = mac(address, password);
        if (remembers(address, hash, mac)) {
            return true;
        }
        boolean right = (hash == null ? nobody : hash).matches(password);
        if (hash == null || !right) {
            return false;
        }
        remembered.put(address, new Remembered(hash, mac, clock.instant().plus(REMEMBERED)));
        renewIfWeak(address, hash, password);
        return true;
    }

    /** A hash made when fewer iterations were enough is replaced while the password is at hand. */
    private void renewIfWeak(String address, PasswordHash hash, String password) {
        if (hash.iterations() < iterations) {
            try {
                store(address, PasswordHash.of(password, iterations, random));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] mac(String address, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(processKey);
            mac.update(address.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }
}
