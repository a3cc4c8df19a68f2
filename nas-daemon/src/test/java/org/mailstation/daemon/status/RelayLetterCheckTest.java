package org.mailstation.daemon.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.config.Relay;
import org.mailstation.daemon.delivery.RelaySeen;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;

class RelayLetterCheckTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Relay RELAY =
            new Relay(Relay.Use.ALWAYS, "mail.away.test", 587, Relay.Security.STARTTLS, "anna");

    private static Finding check(boolean password, RelaySeen.@Nullable Kind kind) {
        RelaySeen seen = kind == null ? null : new RelaySeen(NOW, kind, "535 5.7.8 no");
        return RelayLetterCheck.check(RELAY, password, seen, NOW).getFirst();
    }

    @Test
    void where_no_relay_is_used_nothing_is_said() {
        assertThat(RelayLetterCheck.check(Relay.NONE, false, null, NOW)).isEmpty();
    }

    @Test
    void a_missing_password_is_told_before_a_letter_waits_for_it() {
        Finding found = check(false, null);
        assertThat(Health.of(List.of(found))).isEqualTo(Health.BROKEN);
        assertThat(found.remedy())
                .isInstanceOfSatisfying(
                        Remedy.RunOnNas.class,
                        remedy ->
                                assertThat(remedy.command())
                                        .isEqualTo("mailstationctl secret put relay"));
    }

    @Test
    void a_relay_that_no_letter_has_seen_is_unknown_and_no_reason_to_worry() {
        assertThat(check(true, null).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Health.of(List.of(check(true, null)))).isEqualTo(Health.FINE);
    }

    @ParameterizedTest
    @EnumSource(RelaySeen.Kind.class)
    void each_answer_has_its_sentence(RelaySeen.Kind kind) {
        Finding found = check(true, kind);
        Health wanted =
                switch (kind) {
                    case WORKS, SILENT, TURNS_AWAY -> Health.FINE;
                    case WRONG_LOGIN, NOT_PROVEN -> Health.BROKEN;
                };
        assertThat(Health.of(List.of(found))).isEqualTo(wanted);
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThat(found.sentence().in(language))
                    .contains("mail.away.test")
                    .doesNotContain(found.sentence().key(), "{");
        }
    }
}
