package org.mailstation.daemon.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.james.utils.UpdatableTickingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.check.StsPolicy;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.RecordType;

/** How long a policy is kept, and when it is fetched. */
class PoliciesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RECORD = "_mta-sts.away.test";

    private final UpdatableTickingClock clock = new UpdatableTickingClock(NOON);
    private final ConcurrentMap<String, String> kept = new ConcurrentHashMap<>();
    private final ProvenNames names = new ProvenNames();
    private final List<URI> asked = new ArrayList<>();
    private Web.Answer page = page("enforce");
    private Policies policies = open();

    private Policies open() {
        return new Policies(
                kept,
                names,
                request -> {
                    asked.add(request.uri());
                    return page;
                },
                clock);
    }

    private static Web.Answer page(String mode) {
        return new Web.Answer.Reply(
                200,
                "version: STSv1\r\nmode: " + mode + "\r\nmx: mx.away.test\r\nmax_age: 864000\r\n");
    }

    private void announce(String text) {
        names.forgets(RECORD, RecordType.TXT);
        names.has(RECORD, RecordType.TXT, text);
    }

    private String mode() {
        return policies.of("away.test").map(StsPolicy::mode).orElse("(no policy)");
    }

    private void later(Duration time) {
        clock.setInstant(clock.instant().plus(time));
    }

    @Test
    void a_policy_is_fetched_once_from_its_place_and_kept_over_a_restart() {
        announce("v=STSv1; id=20260301;");
        assertThat(mode()).isEqualTo("enforce");
        policies = open();
        later(Duration.ofDays(1));
        assertThat(mode()).isEqualTo("enforce");

        assertThat(asked)
                .containsExactly(URI.create("https://mta-sts.away.test/.well-known/mta-sts.txt"));
    }

    @Test
    void without_a_record_nobody_is_asked() {
        assertThat(mode()).isEqualTo("(no policy)");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=STSv2; id=1;", "v=STSv1;", "v=STSv1; id=a-b;", "v=STSv1 id=1", "x"})
    void a_malformed_record_is_none(String text) {
        announce(text);
        assertThat(mode()).isEqualTo("(no policy)");
        assertThat(asked).isEmpty();
    }

    @Test
    void two_records_are_none() {
        names.has(RECORD, RecordType.TXT, "v=STSv1; id=1;")
                .has(RECORD, RecordType.TXT, "v=STSv1; id=2;");
        assertThat(mode()).isEqualTo("(no policy)");
    }

    @Test
    void another_id_brings_another_policy() {
        announce("v=STSv1; id=1;");
        mode();
        page = page("testing");
        assertThat(mode()).isEqualTo("enforce");
        announce("v=STSv1; id=2;");
        assertThat(mode()).isEqualTo("testing");
    }

    @Test
    void who_hides_record_or_page_cannot_switch_a_policy_off_before_its_end() {
        announce("v=STSv1; id=1;");
        mode();
        names.forgets(RECORD, RecordType.TXT);
        page = new Web.Answer.None("no answer");
        assertThat(mode()).isEqualTo("enforce");
        names.isBogus(RECORD);
        assertThat(mode()).isEqualTo("enforce");

        later(Duration.ofDays(11));
        assertThat(mode()).isEqualTo("(no policy)");
    }

    @Test
    void a_new_id_whose_page_is_away_leaves_the_old_policy_and_waits_five_minutes() {
        announce("v=STSv1; id=1;");
        mode();
        announce("v=STSv1; id=2;");
        page = new Web.Answer.Reply(503, "");
        assertThat(mode()).isEqualTo("enforce");
        assertThat(mode()).isEqualTo("enforce");
        assertThat(asked).hasSize(2);

        page = page("none");
        later(Duration.ofMinutes(6));
        assertThat(mode()).isEqualTo("none");
    }

    @Test
    void a_policy_is_fetched_anew_when_half_its_time_is_over() {
        announce("v=STSv1; id=1;");
        mode();
        later(Duration.ofDays(6));
        page = page("testing");
        assertThat(mode()).isEqualTo("testing");
        assertThat(asked).hasSize(2);
    }

    @Test
    void what_is_no_policy_or_elsewhere_or_endless_is_none() {
        announce("v=STSv1; id=1;");
        for (Web.Answer answer :
                List.of(
                        new Web.Answer.Reply(200, "<html>"),
                        new Web.Answer.Reply(301, ""),
                        new Web.Answer.Reply(
                                200,
                                "version: STSv1\nmode: enforce\nmax_age: 1\n"
                                        + "mx: a.test\n".repeat(10_000)))) {
            page = answer;
            later(Duration.ofMinutes(6));
            assertThat(mode()).isEqualTo("(no policy)");
        }
    }

    @Test
    void a_damaged_entry_is_fetched_again() {
        announce("v=STSv1; id=1;");
        kept.put("away.test", "{");
        assertThat(mode()).isEqualTo("enforce");
    }
}
