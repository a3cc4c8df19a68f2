package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Ban;
import org.mailstation.control.Secret;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.guard.LoginBrake;
import org.mailstation.daemon.guard.Place;

class LoginsTest {
    @TempDir Path folder;
    private final HandTimer clock = new HandTimer();
    private final List<Duration> pauses = new ArrayList<>();
    private final LastLogins last = new LastLogins(new ConcurrentHashMap<>(), clock);
    private final LoginTally tally = new LoginTally(clock, last);
    private final List<Ban> bans = new ArrayList<>();
    private final Guard guard = new Guard(clock, InetAddress::isSiteLocalAddress);
    private final Place there = guard.place("192.0.2.1");

    private Logins logins(AddressBook book) throws IOException {
        guard.hear(bans::add);
        AccountPasswords passwords = new AccountPasswords(folder, clock, new SecureRandom(), 1000);
        passwords.set("anna@home.test", new Secret("correct horse"));
        return new Logins(
                () -> book,
                passwords,
                new DevicePasswords(folder, clock, new SecureRandom()),
                guard,
                pause -> {
                    pauses.add(pause);
                    clock.goOn(pause);
                },
                tally);
    }

    private static Duration wait(LoginBrake.Answer answer) {
        return answer instanceof LoginBrake.Answer.Try attempt
                ? attempt.pause()
                : Duration.ofDays(1);
    }

    private Duration admit(LoginBrake brake, String from, String account) {
        return wait(brake.admit(guard.place(from), account, false));
    }

    @Test
    void every_login_that_is_not_let_in_is_told() throws IOException {
        Logins logins = logins(AddressBook.EMPTY);
        logins.check("192.0.2.1", "anna@home.test", "a guess");
        logins.check("192.0.2.1", "anna@home.test", "another");
        assertThat(tally.refused().lastDay()).isEqualTo(2);
    }

    @Test
    void a_password_is_worth_nothing_without_the_account() throws IOException {
        assertThat(logins(AddressBook.EMPTY).check("192.0.2.1", "anna@home.test", "correct horse"))
                .isEmpty();
    }

    @Test
    void whoever_guesses_waits_longer_and_longer_and_is_shut_out_after_ten() throws IOException {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "guess" + i + "@home.test", "guess");
        }

        assertThat(pauses)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(30));
        assertThat(bans).singleElement().extracting(Ban::address).isEqualTo("192.0.2.1");
        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse"))
                .as("nothing can be learnt meanwhile")
                .isEmpty();
    }

    @Test
    void who_was_shut_out_once_gets_in_with_the_right_password_within_a_minute() throws Exception {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "anna@home.test", "guess " + i);
        }
        clock.goOn(Duration.ofSeconds(60));

        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
    }

    @Test
    void each_further_guess_is_followed_by_twice_as_long_a_ban_of_a_day_at_most() throws Exception {
        Logins logins = logins(annasBook());
        List<Duration> longer = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int before = bans.size();
            logins.check("192.0.2.1", "anna@home.test", "guess " + i);
            if (bans.size() > before) {
                longer.add(Duration.between(clock.instant(), bans.getLast().until()));
                clock.goOn(longer.getLast().plusSeconds(1));
            }
        }

        assertThat(longer)
                .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
                .last()
                .satisfies(last -> assertThat(last).isLessThanOrEqualTo(Duration.ofHours(24)));
    }

    @Test
    void the_home_is_slowed_but_never_shut_out() throws Exception {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 40; i++) {
            logins.check("192.168.1.7", "anna@home.test", "guess " + i);
        }

        assertThat(bans).isEmpty();
        assertThat(pauses).last().isEqualTo(Duration.ofSeconds(30));
        assertThat(logins.check("192.168.1.7", "anna@home.test", "correct horse")).isPresent();
    }

    @Test
    void a_telephone_that_repeats_an_old_password_is_no_guesser() throws Exception {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 50; i++) {
            assertThat(logins.check("192.0.2.1", "anna@home.test", "the old one")).isEmpty();
            clock.goOn(Duration.ofMinutes(1));
        }

        assertThat(bans).isEmpty();
        assertThat(guard.oldPasswords().devices())
                .singleElement()
                .satisfies(device -> assertThat(device.account()).isEqualTo("anna@home.test"));
        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        assertThat(guard.oldPasswords().devices()).isEmpty();
    }

    /** As when a provider leads all its telephones through one address. */
    @Test
    void whoever_signed_in_from_an_address_before_may_do_so_while_it_is_shut_out()
            throws Exception {
        Logins logins = logins(annasBook());
        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
        clock.goOn(Duration.ofHours(1));
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "somebody" + i + "@home.test", "guess");
        }
        assertThat(bans).isNotEmpty();

        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isPresent();
    }

    /** Else it would be found out without any wait while its owner uses it. */
    @Test
    void a_password_in_use_is_not_given_away_to_a_stranger_who_is_held_back() throws Exception {
        Logins logins = logins(annasBook());
        assertThat(logins.check("192.168.1.7", "anna@home.test", "correct horse")).isPresent();
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "anna@home.test", "guess " + i);
        }

        assertThat(logins.check("192.0.2.1", "anna@home.test", "correct horse")).isEmpty();
        assertThat(logins.check("192.168.1.7", "anna@home.test", "correct horse")).isPresent();
    }

    @Test
    void an_ipv6_household_is_one_place() throws Exception {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 12; i++) {
            logins.check("2001:db8:1:2::" + i, "anna@home.test", "guess " + i);
        }

        assertThat(bans).extracting(Ban::address).contains("2001:db8:1:2::/64");
        assertThat(wait(guard.logins().admit(guard.place("2001:db8:1:3::1"), "x", false))).isZero();
    }

    @Test
    void a_ban_can_be_lifted() throws Exception {
        Logins logins = logins(annasBook());
        for (int i = 0; i < 12; i++) {
            logins.check("2001:db8:1:2::1", "anna@home.test", "guess " + i);
        }
        assertThat(guard.bans()).hasSize(1);

        assertThat(guard.lift("2001:db8:1:2::77")).isTrue();
        assertThat(guard.bans()).isEmpty();
        assertThat(guard.lift("2001:db8:1:2::77")).isFalse();
        assertThat(guard.lift("no address")).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out_for_years() throws Exception {
        Logins logins = logins(annasBook());
        clock.goOn(Duration.ofDays(3650));
        for (int i = 0; i < 12; i++) {
            logins.check("192.0.2.1", "anna@home.test", "guess " + i);
        }
        clock.goOn(Duration.ofDays(-3650));
        clock.goOn(Duration.ofSeconds(1));

        assertThat(guard.bans())
                .allSatisfy(
                        ban ->
                                assertThat(ban.until())
                                        .isBefore(clock.instant().plus(Duration.ofHours(25))));
        assertThat(logins.check("192.168.1.7", "anna@home.test", "correct horse")).isPresent();
    }

    @Test
    void somebody_else_does_not_wait_for_that() {
        LoginBrake brake = guard.logins();
        for (int i = 0; i < 8; i++) {
            clock.goOn(admit(brake, "192.0.2.1", "guess" + i));
        }

        assertThat(admit(brake, "192.0.2.2", "anna@home.test")).isZero();
    }

    @Test
    void many_connections_at_once_gain_nothing() {
        LoginBrake brake = guard.logins();
        long soon = 0;
        for (int i = 0; i < 100; i++) {
            if (admit(brake, "192.0.2.1", "guess" + i).compareTo(Duration.ofSeconds(60)) <= 0) {
                soon++;
            }
        }

        assertThat(soon).as("tries that are answered within a minute").isLessThanOrEqualTo(10);
    }

    @Test
    void
            an_account_under_attack_from_everywhere_is_braked_too_but_its_owner_gets_in_within_a_minute() {
        LoginBrake brake = guard.logins();
        for (int i = 0; i < 100; i++) {
            admit(brake, "198.51.100." + i, "anna@home.test");
        }
        assertThat(admit(brake, "198.51.100.200", "anna@home.test")).isPositive();
        assertThat(admit(brake, "192.168.1.7", "anna@home.test")).as("at home").isZero();

        clock.goOn(Duration.ofSeconds(30));

        assertThat(admit(brake, "192.0.2.9", "anna@home.test"))
                .isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_right_password_clears_the_account() {
        LoginBrake brake = guard.logins();
        for (int i = 0; i < 9; i++) {
            admit(brake, "192.0.2." + i, "anna@home.test");
        }
        brake.succeeded(
                (LoginBrake.Answer.Try)
                        brake.admit(guard.place("192.168.1.7"), "anna@home.test", false));

        assertThat(admit(brake, "192.0.2.99", "anna@home.test")).isZero();
    }

    @Test
    void a_program_that_polls_with_the_right_password_never_waits() {
        LoginBrake brake = guard.logins();
        for (int i = 0; i < 1000; i++) {
            LoginBrake.Answer.Try attempt =
                    (LoginBrake.Answer.Try) brake.admit(there, "anna@home.test", false);
            assertThat(attempt.pause()).isZero();
            brake.succeeded(attempt);
        }
    }

    @Test
    void old_failures_are_forgiven_one_an_hour() {
        LoginBrake brake = guard.logins();
        for (int i = 0; i < 9; i++) {
            clock.goOn(admit(brake, "192.0.2.1", "guess" + i));
        }
        clock.goOn(Duration.ofHours(8));

        for (int i = 0; i < 3; i++) {
            assertThat(admit(brake, "192.0.2.1", "x" + i)).isZero();
        }
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

        assertThat(pauses).isSorted().hasSize(4);
    }
}
