package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.control.Secret;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.text.Text;

class AccountPasswordsTest {
    private static final String ANNA = "anna@home.test";
    private static final Secret GOOD = new Secret("correct h\u00f6rse");

    @TempDir Path folder;
    private final HandTimer clock = new HandTimer();
    private AccountPasswords passwords;

    @BeforeEach
    void open() throws IOException {
        passwords = opened(1000);
    }

    private AccountPasswords opened(int iterations) throws IOException {
        return new AccountPasswords(folder, clock, new SecureRandom(), iterations);
    }

    @Test
    void a_password_that_was_set_is_right_and_every_other_is_wrong() throws IOException {
        assertThat(passwords.set(ANNA, GOOD)).isEmpty();

        assertThat(passwords.verify(ANNA, GOOD.reveal())).isTrue();
        assertThat(passwords.verify(ANNA, GOOD.reveal() + " ")).isFalse();
        assertThat(passwords.verify(ANNA, "")).isFalse();
        assertThat(passwords.verify("ben@home.test", GOOD.reveal())).isFalse();
        assertThat(passwords.verify("ben@home.test", "")).isFalse();
    }

    @Test
    void it_is_still_right_after_a_restart() throws IOException {
        passwords.set(ANNA, GOOD);

        assertThat(opened(1000).verify(ANNA, GOOD.reveal())).isTrue();
        assertThat(opened(1000).has(ANNA)).isTrue();
    }

    @Test
    void the_file_is_the_owners_alone_and_does_not_hold_the_password() throws IOException {
        passwords.set(ANNA, GOOD);

        Path file = folder.resolve("passwords");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .startsWith("anna@home.test pbkdf2-sha512$1000$")
                .doesNotContain(GOOD.reveal());
    }

    @Test
    void the_old_password_is_wrong_at_once_after_a_change_although_it_was_remembered()
            throws IOException {
        passwords.set(ANNA, GOOD);
        passwords.verify(ANNA, GOOD.reveal());

        passwords.set(ANNA, new Secret("another one"));

        assertThat(passwords.verify(ANNA, GOOD.reveal())).isFalse();
        assertThat(passwords.verify(ANNA, "another one")).isTrue();
    }

    @Test
    void a_remembered_password_stays_right_and_a_wrong_one_wrong() throws IOException {
        passwords.set(ANNA, GOOD);
        for (int i = 0; i < 3; i++) {
            assertThat(passwords.verify(ANNA, GOOD.reveal())).isTrue();
            assertThat(passwords.verify(ANNA, "wrong " + i)).isFalse();
            clock.goOn(Duration.ofMinutes(6));
        }
    }

    @Test
    void a_hash_of_too_few_iterations_is_renewed_when_its_owner_comes() throws IOException {
        passwords.set(ANNA, GOOD);
        AccountPasswords later = opened(2000);
        assertThat(later.verify(ANNA, "wrong one")).isFalse();
        assertThat(Files.readString(folder.resolve("passwords"))).contains("$1000$");

        assertThat(later.verify(ANNA, GOOD.reveal())).isTrue();

        assertThat(Files.readString(folder.resolve("passwords")))
                .contains("$2000$")
                .doesNotContain("$1000$");
        assertThat(later.verify(ANNA, GOOD.reveal())).isTrue();
    }

    @Test
    void passwords_of_accounts_that_are_no_more_are_forgotten() throws IOException {
        passwords.set(ANNA, GOOD);
        passwords.set("ben@home.test", GOOD);

        passwords.retain(Set.of("ben@home.test"));

        assertThat(opened(1000).has(ANNA)).isFalse();
        assertThat(passwords.verify(ANNA, GOOD.reveal())).isFalse();
        assertThat(passwords.verify("ben@home.test", GOOD.reveal())).isTrue();
    }

    @Test
    void a_damaged_file_is_told_and_left_alone() throws IOException {
        Path file = folder.resolve("passwords");
        Files.writeString(file, "anna@home.test nonsense\n");

        assertThatThrownBy(() -> opened(1000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        assertThat(Files.readString(file)).isEqualTo("anna@home.test nonsense\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1234567, password.too-short",
        "'', password.too-short",
        "with\ttab in it, password.control-characters",
        "anna@home.test, password.is-address",
        "ANNA@home.test, password.is-address"
    })
    void a_weak_password_is_refused_with_a_reason(String password, String key) throws IOException {
        assertThat(passwords.set(ANNA, new Secret(password))).map(Text::key).hasValue(key);
        assertThat(passwords.has(ANNA)).isFalse();
    }

    @Test
    void a_password_without_end_is_refused() throws IOException {
        assertThat(passwords.set(ANNA, new Secret("x".repeat(257))))
                .map(Text::key)
                .hasValue("password.too-long");
    }

    @Test
    void the_cost_is_what_is_advised() {
        assertThat(AccountPasswords.ITERATIONS).isGreaterThanOrEqualTo(210_000);
        PasswordHash hash = PasswordHash.of("some password", 1000, new SecureRandom());
        assertThat(hash.toString()).doesNotContain("$");
        assertThat(PasswordHash.parse(hash.line()).matches("some password")).isTrue();
    }
}
