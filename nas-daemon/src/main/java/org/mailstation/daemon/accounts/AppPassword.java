package org.mailstation.daemon.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.mailstation.control.Secret;

/**
 * The password of one device, made by chance: so long that nobody can try them all, so a plain hash
 * keeps it well, and letting it in costs no time.
 *
 * @param hash SHA-256 of salt, address and password
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record AppPassword(String address, String device, Instant made, byte[] salt, byte[] hash) {
    /** Without those that look like others. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";

    /** 20 letters of 24: more than 91 bits. */
    private static final int LENGTH = 20;

    private static final int GROUP = 5;

    /** A new one, in groups that can be typed on a telephone. */
    static Secret random(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "")
                    .append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Secret(text.toString());
    }

    static AppPassword of(
            String address, String device, Instant made, Secret password, SecureRandom random) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new AppPassword(
                address, device, made, salt, hash(salt, address, plain(password.reveal())));
    }

    /** Whether somebody could have typed one: nothing else is worth a look. */
    static boolean looksLikeOne(String password) {
        String plain = plain(password);
        return plain.length() == LENGTH && plain.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
    }

    private static String plain(String typed) {
        return typed.replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, hash(salt, address, plain(password)));
    }

    private static byte[] hash(byte[] salt, String address, String plain) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update((address + "\0" + plain).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime knows SHA-256", e);
        }
    }

    /**
     * As a line of the file: address, moment, salt, hash and, since it may have blanks, the name.
     */
    String line() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                " ",
                address,
                made.toString(),
                base64.encodeToString(salt),
                base64.encodeToString(hash),
                device);
    }

    /**
     * @throws RuntimeException if it is no such line
     */
    static AppPassword parse(String line) {
        String[] parts = line.split(" ", 5);
        Base64.Decoder base64 = Base64.getDecoder();
        return new AppPassword(
                parts[0],
                parts[4],
                Instant.parse(parts[1]),
                base64.decode(parts[2]),
                base64.decode(parts[3]));
    }

    @Override
    public String toString() {
        return "AppPassword[" + address + ", " + device + "]";
    }
}
