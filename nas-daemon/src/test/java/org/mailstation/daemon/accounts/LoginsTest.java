package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;

class LoginsTest {
    @TempDir Path folder;
    private final TestClock clock = new TestClock();
    private final List<Duration> pauses = new ArrayList<>();
    private int refused;

    private Logins logins(AddressBook book) throws IOException {
        AccountPasswords passwords = new AccountPasswords(folder, clock, new SecureRandom(), 1000);
        passwords.set("anna@home.test", new Secret("correct horse"));
        return new Logins(
                () -> book,
                passwords,
                new DevicePasswords(folder, clock, new SecureRandom()),
                new LoginBrake(clock),
                pause -> {
                    pauses.add(pause);
                    clock.pass(pause);
                },
                () -> refused++);
    }

    @Test
    void every_login_that_is_not_let_in_is_told() throws IOException {
        Logins logins = logins(AddressBook.EMPTY);
        logins.check("192.0.2.1", "anna@home.test", "a guess");
        logins.check("192.0.2.1", "anna@home.test", "another");
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void a_password_is_worth_nothing_without_the_account() throws IOException {
        assertThat(logins(AddressBook.EMPTY).check("192.0.2.1", "anna@home.test", "correct horse"))
                .isEmpty();
    }

    @Test
    void whoever_guesses_waits_longer_and_longer() throws IOException {
        Logins logins = logins(AddressBook.EMPTY);
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "guess" + i + "@home.test", "guess");
        }

        assertThat(pauses)
                .isSorted()
                .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(pauses).hasSize(8).last().isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void somebody_else_does_not_wait_for_that() {
        LoginBrake brake = new LoginBrake(clock);
        for (int i = 0; i < 8; i++) {
            clock.pass(brake.admit("192.0.2.1", "guess" + i));
        }

        assertThat(brake.admit("192.0.2.2", "anna@home.test")).isZero();
    }

    @Test
    void many_connections_at_once_gain_nothing() {
        LoginBrake brake = new LoginBrake(clock);
        long soon = 0;
        for (int i = 0; i < 100; i++) {
            if (brake.admit("192.0.2.1", "guess" + i).compareTo(Duration.ofSeconds(60)) <= 0) {
                soon++;
            }
        }

        assertThat(soon).as("tries that are answered within a minute").isLessThanOrEqualTo(10);
    }

    @Test
    void
            an_account_under_attack_from_everywhere_is_braked_too_but_its_owner_gets_in_within_a_minute() {
        LoginBrake brake = new LoginBrake(clock);
        for (int i = 0; i < 100; i++) {
            brake.admit("198.51.100." + i, "anna@home.test");
        }

        clock.pass(Duration.ofSeconds(60));

        assertThat(brake.admit("192.0.2.9", "anna@home.test"))
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_right_password_clears_the_account() {
        LoginBrake brake = new LoginBrake(clock);
        for (int i = 0; i < 4; i++) {
            brake.admit("192.0.2." + i, "anna@home.test");
        }
        brake.succeeded("192.0.2.3", "anna@home.test");

        assertThat(brake.admit("192.0.2.3", "anna@home.test")).isZero();
    }

    @Test
    void a_program_that_polls_with_the_right_password_never_waits() {
        LoginBrake brake = new LoginBrake(clock);
        for (int i = 0; i < 1000; i++) {
            assertThat(brake.admit("192.0.2.1", "anna@home.test")).isZero();
            brake.succeeded("192.0.2.1", "anna@home.test");
        }
    }

    @Test
    void old_failures_are_forgotten() {
        LoginBrake brake = new LoginBrake(clock);
        for (int i = 0; i < 10; i++) {
            clock.pass(brake.admit("192.0.2.1", "guess" + i));
        }
        clock.pass(Duration.ofMinutes(16));

        assertThat(brake.admit("192.0.2.1", "x")).isZero();
        assertThat(brake.admit("192.0.2.1", "y")).isZero();
    }

    private AddressBook annasBook() {
        return AddressBook.of(
                StationConfig.minimal(
                        "mail.home.test",
                        "home.test",
                        List.of(new Account("anna@home.test", "Anna", 0, true))));
    }

    @Test
    void programs_that_sign_in_together_with_the_right_password_do_not_wait() throws Exception {
        Logins logins = logins(annasBook());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<String>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                all.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return logins.check(
                                            "192.0.2.1", "anna@home.test", "correct horse");
                                }));
            }
            start.countDown();
            for (Future<Optional<String>> one : all) {
                assertThat(one.get()).contains("anna@home.test");
            }
        }

        assertThat(pauses).isEmpty();
    }

    @Test
    void whoever_signed_in_a_while_ago_does_not_wait_because_others_guess() throws Exception {
        Logins logins = logins(annasBook());
        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        for (int i = 0; i < 8; i++) {
            assertThat(logins.check("192.0.2.1", "anna@home.test", "guess " + i)).isEmpty();
        }
        int waits = pauses.size();

        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        assertThat(pauses).hasSize(waits);
    }

    @Test
    void a_guess_still_waits_when_the_right_password_is_remembered() throws Exception {
        Logins logins = logins(annasBook());
        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        for (int i = 0; i < 8; i++) {
            assertThat(logins.check("192.0.2.1", "anna@home.test", "guess " + i)).isEmpty();
            assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        }

        assertThat(pauses).hasSize(4).isSorted();
    }
}
