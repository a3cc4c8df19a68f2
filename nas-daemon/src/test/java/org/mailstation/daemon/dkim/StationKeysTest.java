package org.mailstation.daemon.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.SigningStatus;

class StationKeysTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("dkim.json");
    }

    private StationKeys keys() {
        return new StationKeys(file(), Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());
    }

    private static SigningStatus status(StationKeys keys) {
        return Objects.requireNonNull(keys.status());
    }

    @Test
    void a_station_makes_one_strong_key_and_keeps_it() throws Exception {
        SigningStatus first = status(keys());

        assertThat(status(keys())).isEqualTo(first);
        assertThat(first.current().selector()).isEqualTo("ms20260501");
        assertThat(first.next()).isNull();
        byte[] der = Base64.getDecoder().decode(first.current().publicKey());
        RSAPublicKey key =
                (RSAPublicKey)
                        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_new_key_waits_while_the_old_one_signs_and_has_another_name() throws Exception {
        StationKeys keys = keys();
        SigningStatus before = status(keys);
        keys.rotate();
        keys.rotate();

        SigningStatus waiting = status(keys());
        assertThat(waiting.current()).isEqualTo(before.current());
        assertThat(Objects.requireNonNull(waiting.next()).selector()).isEqualTo("ms20260501b");
        assertThat(Objects.requireNonNull(keys.current()).selector()).isEqualTo("ms20260501");

        keys.switchOver();
        SigningStatus after = status(keys());
        assertThat(after.current()).isEqualTo(waiting.next());
        assertThat(after.next()).isNull();
        assertThat(after.retired()).containsExactly(new RetiredKey("ms20260501", NOW));
        keys.switchOver();
        assertThat(status(keys)).as("there is nothing to switch to").isEqualTo(after);
        keys.rotate();
        assertThat(Objects.requireNonNull(status(keys).next()).selector()).isEqualTo("ms20260501c");
    }

    @Test
    void keys_that_cannot_be_read_are_never_replaced() throws IOException {
        status(keys());
        String damaged =
                Files.readString(file()).replaceFirst("\"pkcs8\": *\"....", "\"pkcs8\": \"");
        Files.writeString(file(), damaged);

        StationKeys keys = keys();
        assertThat(keys.status()).isNull();
        assertThat(keys.current()).isNull();
        assertThat(Files.readString(file())).isEqualTo(damaged);
        keys.rotate();
        assertThat(Files.readString(file())).isEqualTo(damaged);
    }

    @Test
    void keys_that_were_put_back_are_used_without_a_restart() throws IOException {
        SigningStatus first = status(keys());
        String good = Files.readString(file());
        Files.writeString(file(), "{");
        StationKeys keys = keys();
        assertThat(keys.status()).isNull();

        Files.writeString(file(), good);
        assertThat(keys.status()).isEqualTo(first);
    }

    @Test
    void where_no_key_can_be_kept_none_is_used() throws IOException {
        Files.delete(folder);
        assertThat(keys().status()).isNull();
        Files.createDirectory(folder);
    }

    @Test
    void a_secret_key_shows_in_no_exception_and_no_text() throws IOException {
        StationKeys keys = keys();
        DkimKey key = Objects.requireNonNull(keys.current());
        assertThat(key.toString()).isEqualTo("DkimKey[ms20260501]");
        String secret = key.pkcs8().substring(100, 200);
        Files.writeString(file(), Files.readString(file()).replace(secret, secret + "!"));

        assertThatThrownBy(() -> new KeyRingFile(file()).read())
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessage("dkim.json is damaged");
    }
}
