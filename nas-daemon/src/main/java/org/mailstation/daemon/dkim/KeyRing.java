package org.mailstation.daemon.dkim;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.SigningStatus;

/**
 * The keys of the station. Others look up a key when they get a letter, so a new one may sign only
 * after it has been published, and an old record must stay for as long as letters that it proves
 * are on their way.
 *
 * @param current signs
 * @param next waits until it is published; {@code null}: none
 * @param retired keys that signed before, newest first; they are only remembered by name
 */
record KeyRing(DkimKey current, @Nullable DkimKey next, List<RetiredKey> retired) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final int REMEMBERED = 5;

    KeyRing {
        retired = List.copyOf(retired.subList(0, Math.min(REMEMBERED, retired.size())));
    }

    static KeyRing first(Instant now, SecureRandom random) {
        return new KeyRing(DkimKey.make(selector(now, List.of()), now, random), null, List.of());
    }

    /** With a next key; the one that waits already stays. */
    KeyRing rotated(Instant now, SecureRandom random) {
        if (next != null) {
            return this;
        }
        List<String> used = new ArrayList<>(retired.stream().map(RetiredKey::selector).toList());
        used.add(current.selector());
        return new KeyRing(current, DkimKey.make(selector(now, used), now, random), retired);
    }

    /** The next key signs from now on. */
    KeyRing switched(Instant now) {
        if (next == null) {
            return this;
        }
        List<RetiredKey> old = new ArrayList<>(retired);
        old.addFirst(new RetiredKey(current.selector(), now));
        return new KeyRing(next, null, old);
    }

    SigningStatus status() {
        return new SigningStatus(current.status(), next == null ? null : next.status(), retired);
    }

    /** By its day, so that a person sees how old a key is; a name is never used for two keys. */
    private static String selector(Instant now, List<String> used) {
        String day = "ms" + DAY.format(now);
        String name = day;
        for (char letter = 'b'; used.contains(name); letter++) {
            name = day + letter;
        }
        return name;
    }
}
