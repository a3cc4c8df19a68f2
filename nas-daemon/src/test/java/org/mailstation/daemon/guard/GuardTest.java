package org.mailstation.daemon.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Ban;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.finding.Verdict;

class GuardTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Timer NEVER = (_, _) -> () -> {};

    @TempDir Path folder;
    private final List<Ban> told = new ArrayList<>();

    private Guard guard(Instant now) {
        Guard guard = new Guard(Clock.fixed(now, ZoneOffset.UTC), InetAddress::isSiteLocalAddress);
        guard.hear(told::add);
        return guard;
    }

    private static void guess(Guard guard, String from, int times) {
        for (int i = 0; i < times; i++) {
            if (guard.logins().admit(guard.place(from), "x" + i, false)
                    instanceof LoginBrake.Answer.Try attempt) {
                guard.logins().failed(attempt);
            }
        }
    }

    private static void harvest(Guard guard, String from, int times) {
        for (int i = 0; i < times; i++) {
            guard.strangers().bad(guard.place(from));
        }
    }

    @Test
    void whoever_tries_out_addresses_is_shut_out_longer_each_time() {
        Guard guard = guard(NOON);
        harvest(guard, "192.0.2.1", 29);
        assertThat(guard.strangers().isShutOut(guard.place("192.0.2.1"))).isFalse();
        harvest(guard, "192.0.2.1", 1);

        assertThat(guard.strangers().isShutOut(guard.place("192.0.2.1"))).isTrue();
        assertThat(told)
                .containsExactly(
                        new Ban(
                                "192.0.2.1",
                                Ban.Reason.LETTERS,
                                NOON.plus(Duration.ofMinutes(5)),
                                30));
        harvest(guard, "192.0.2.1", 200);
        assertThat(guard.bans())
                .singleElement()
                .satisfies(
                        ban -> assertThat(ban.until()).isEqualTo(NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void letters_that_are_taken_make_some_mistakes_good_and_the_home_may_make_any() {
        Guard guard = guard(NOON);
        harvest(guard, "192.0.2.1", 29);
        guard.strangers().good(guard.place("192.0.2.1"));
        harvest(guard, "192.0.2.1", 5);
        harvest(guard, "192.168.1.9", 100);

        assertThat(guard.bans()).isEmpty();
    }

    @Test
    void a_restart_forgets_neither_bans_nor_who_is_known() throws IOException {
        Path file = folder.resolve("guard.json");
        Guard before = guard(NOON);
        harvest(before, "192.0.2.1", 30);
        LoginBrake.Answer.Try right =
                (LoginBrake.Answer.Try)
                        before.logins().admit(before.place("192.0.2.9"), "anna", false);
        before.logins().succeeded(right);
        GuardMemory memory = new GuardMemory(file, before, NEVER);
        memory.start();
        guess(before, "192.0.2.2", 8);
        memory.close();

        Guard after = guard(NOON.plusSeconds(1));
        new GuardMemory(file, after, NEVER).start();

        assertThat(after.bans()).extracting(Ban::address).containsExactly("192.0.2.1");
        assertThat(after.logins().isTrusted(after.place("192.0.2.9"), "anna")).isTrue();
        assertThat(after.logins().isTrusted(after.place("192.0.2.8"), "anna")).isFalse();
        assertThat(after.logins().admit(after.place("192.0.2.2"), "y", false))
                .isNotEqualTo(before.logins().admit(before.place("192.0.2.77"), "y", false));
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void a_damaged_file_keeps_nobody_from_coming_in() throws IOException {
        Path file = folder.resolve("guard.json");
        Files.writeString(file, "{\"logins\": 7");
        Guard guard = guard(NOON);

        new GuardMemory(file, guard, NEVER).start();

        assertThat(guard.bans()).isEmpty();
    }

    @Test
    void who_is_no_account_any_more_is_not_known_any_more() {
        Guard guard = guard(NOON);
        Place place = guard.place("192.0.2.9");
        guard.logins()
                .succeeded((LoginBrake.Answer.Try) guard.logins().admit(place, "anna", false));

        guard.logins().retain(Set.of("ben"));

        assertThat(guard.logins().isTrusted(place, "anna")).isFalse();
    }

    @Test
    void memory_is_bounded_whoever_comes() {
        Guard guard = guard(NOON);
        for (int i = 0; i < 30_000; i++) {
            harvest(guard, "2001:db8:" + Integer.toHexString(i) + "::1", 1);
        }

        assertThat(guard.strangers().kept().size()).isLessThanOrEqualTo(Strikes.MOST);
        assertThat(guard.bans()).isEmpty();
    }

    @Test
    void bans_are_told_but_are_no_trouble_and_an_old_password_is_named() {
        Guard guard = guard(NOON);
        harvest(guard, "192.0.2.1", 30);
        Place phone = guard.place("192.168.1.5");
        for (int i = 0; i < 6; i++) {
            guard.oldPasswords().repeated(phone, "anna@home.test");
        }

        var findings = GuardFindings.of(guard, NOON);

        assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.PASS);
        assertThat(findings.getFirst().sentence().words()).contains("1");
        assertThat(findings.getLast().verdict()).isEqualTo(Verdict.WARN);
        assertThat(findings.getLast().sentence().words()).contains("192.168.1.5", "anna@home.test");
    }
}
