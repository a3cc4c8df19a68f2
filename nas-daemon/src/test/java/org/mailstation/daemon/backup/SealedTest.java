package org.mailstation.daemon.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;

class SealedTest {
    private static final Secret PHRASE = new Secret("a long night in Ährenfeld");

    private static byte[] sealed() throws IOException {
        return Sealed.seal(
                Map.of("relay", "hunter2".getBytes(StandardCharsets.US_ASCII)),
                PHRASE,
                1000,
                new SecureRandom());
    }

    @Test
    void opens_with_its_passphrase() throws IOException {
        assertThat(Sealed.open(sealed(), PHRASE)).containsOnlyKeys("relay");
        assertThat(Sealed.open(sealed(), PHRASE).get("relay")).asString().isEqualTo("hunter2");
    }

    @Test
    void does_not_open_with_another_one_or_when_an_octet_was_changed() throws IOException {
        byte[] sealed = sealed();
        assertThatThrownBy(() -> Sealed.open(sealed, new Secret("another")))
                .isInstanceOf(Sealed.WrongPassphraseException.class);
        for (int i = 30; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Sealed.open(changed, PHRASE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shows_nothing_and_is_another_one_each_time() throws IOException {
        assertThat(new String(sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
        assertThat(sealed()).isNotEqualTo(sealed());
    }
}
