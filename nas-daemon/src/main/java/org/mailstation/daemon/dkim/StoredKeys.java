package org.mailstation.daemon.dkim;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.RetiredKey;

/**
 * The keys as they lie in their file.
 *
 * @param next waits until it is published; {@code null}: none
 */
public record StoredKeys(Key current, @Nullable Key next, List<RetiredKey> retired) {
    public StoredKeys {
        retired = List.copyOf(retired);
    }

    /**
     * One key.
     *
     * @param pkcs8 the secret half, in base64 (RFC 5208)
     */
    public record Key(String selector, Instant made, String pkcs8) {
        private static Key of(DkimKey key) {
            return new Key(key.selector(), key.made(), key.pkcs8());
        }

        private DkimKey key() throws GeneralSecurityException {
            return DkimKey.of(selector, made, pkcs8);
        }

        @Override
        public String toString() {
            return "Key[" + selector + "]";
        }
    }

    static StoredKeys of(KeyRing ring) {
        DkimKey next = ring.next();
        return new StoredKeys(
                Key.of(ring.current()), next == null ? null : Key.of(next), ring.retired());
    }

    KeyRing ring() throws GeneralSecurityException {
        return new KeyRing(current.key(), next == null ? null : next.key(), retired);
    }
}
