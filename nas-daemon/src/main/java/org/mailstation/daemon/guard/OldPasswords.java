package org.mailstation.daemon.guard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wrong passwords that were said lately, as keyed hashes under a key that lives only in this
 * process: who repeats one does not guess, but has not been told the new one.
 */
public final class OldPasswords {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 5000;
    private static final int MOST_DEVICES = 200;

    /** A program that tries every few minutes is found within the hour. */
    private static final int OFTEN = 5;

    private static final Duration LATELY = Duration.ofHours(1);

    /**
     * A program that keeps saying an old password.
     *
     * @param times how often it has repeated it
     */
    public record Device(String address, String account, int times, Instant last) {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final Recent wrong;

    @SuppressWarnings("serial")
    private final Map<String, Device> devices =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Device> eldest) {
                    return size() > MOST_DEVICES;
                }
            };

    OldPasswords(Clock clock) {
        this.clock = clock;
        byte[] octets = new byte[32];
        new SecureRandom().nextBytes(octets);
        this.key = new SecretKeySpec(octets, "HmacSHA256");
        this.wrong = new Recent(clock, KEPT, MOST);
    }

    /** Whether the very same was wrong lately. */
    public boolean isRepeated(Place place, String account, String password) {
        String name = name(place, account, password);
        synchronized (this) {
            return wrong.has(name);
        }
    }

    /** It was wrong. */
    public void wrong(Place place, String account, String password) {
        String name = name(place, account, password);
        synchronized (this) {
            wrong.add(name);
        }
    }

    /** It was wrong again, and the account exists. */
    public synchronized void repeated(Place place, String account) {
        devices.merge(
                place.name() + " " + account,
                new Device(place.name(), account, 1, clock.instant()),
                (before, now) ->
                        new Device(now.address(), now.account(), before.times() + 1, now.last()));
    }

    /** The account has signed in from there: the device knows the new one now. */
    public synchronized void right(Place place, String account) {
        devices.remove(place.name() + " " + account);
    }

    /** Those that have been at it for a while and have not stopped. */
    public synchronized List<Device> devices() {
        Instant lately = clock.instant().minus(LATELY);
        return devices.values().stream()
                .filter(one -> one.times() >= OFTEN && one.last().isAfter(lately))
                .toList();
    }

    private String name(Place place, String account, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : List.of(place.name(), account)) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            byte[] sum = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }
}
