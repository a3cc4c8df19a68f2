package org.mailstation.daemon.ddns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.control.DdnsChange;
import org.mailstation.control.DdnsTried;
import org.mailstation.ddns.update.Outcome;
import org.mailstation.ddns.update.Refusal;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

class DdnsUpdaterTest extends DdnsBench {
    @Test
    void the_provider_is_told_once_and_again_only_when_the_address_changes() {
        pass(Duration.ofHours(5));
        assertThat(told).containsExactly("44.128.0.77");
        moveTo("44.128.0.78");
        pass(Duration.ofHours(1));
        assertThat(told).containsExactly("44.128.0.77", "44.128.0.78");
        assertThat(Health.of(updater.findings())).isEqualTo(Health.FINE);
    }

    @Test
    void a_restart_sends_no_update_too_many() {
        updater.close();
        updater = newUpdater();
        pass(Duration.ofHours(1));
        assertThat(told).hasSize(1);
        moveTo("44.128.0.78");
        updater.close();
        updater = newUpdater();
        assertThat(told).hasSize(2);
    }

    @Test
    void a_closed_one_looks_no_more() {
        updater.close();
        moveTo("44.128.0.78");
        pass(Duration.ofHours(1));
        updater.look(true);
        assertThat(told).hasSize(1);
    }

    @Test
    void the_name_is_confirmed_before_it_expires() {
        time.goOn(DdnsUpdater.REFRESH.minus(ONE));
        assertThat(told).hasSize(1);
        pass(ONE);
        assertThat(told).hasSize(2);
        time.goOn(Duration.ofDays(1));
        assertThat(told).hasSize(2);
    }

    @Test
    void an_answer_that_it_was_there_already_is_as_good() {
        answers.add(new Outcome.Unchanged("44.128.0.78"));
        moveTo("44.128.0.78");
        pass(Duration.ofHours(2));
        assertThat(told).hasSize(2);
        assertThat(updater.status().published()).isEqualTo("44.128.0.78");
    }

    @Test
    void a_refusal_stops_everything_until_a_person_changes_something() {
        answers.add(new Outcome.Refused(Refusal.BAD_AUTH, "badauth"));
        moveTo("44.128.0.78");
        pass(Duration.ofHours(2));
        time.goOn(Duration.ofDays(40));
        moveTo("44.128.0.79");
        pass(Duration.ofHours(1));
        assertThat(told).hasSize(2);
        assertThat(finding("ddns.update").sentence().key()).isEqualTo("ddns.refused.bad-auth");
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.FAIL);
        settings = settings("another");
        updater.settingsChanged();
        time.goOn(Duration.ZERO);
        assertThat(told).hasSize(3);
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_refusal_is_not_forgotten_by_a_restart() {
        answers.add(new Outcome.Refused(Refusal.ABUSE, "abuse"));
        moveTo("44.128.0.78");
        pass(ONE);
        updater.close();
        updater = newUpdater();
        pass(Duration.ofHours(1));
        assertThat(told).hasSize(2);
    }

    @Test
    void settings_that_stay_the_same_are_no_reason_to_ask_again() {
        updater.settingsChanged();
        time.goOn(Duration.ZERO);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_provider_in_trouble_gets_the_time_it_wants() {
        answers.add(new Outcome.TryLater(Duration.ofMinutes(30), "911"));
        moveTo("44.128.0.78");
        pass(ONE);
        pass(Duration.ofMinutes(29));
        assertThat(updater.test()).isInstanceOf(DdnsTried.TryLater.class);
        assertThat(told).hasSize(2);
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.WARN);
        pass(ONE);
        assertThat(told).hasSize(3);
    }

    @Test
    void a_provider_that_does_not_answer_is_asked_less_and_less_often() {
        for (int i = 0; i < 7; i++) {
            answers.add(new Outcome.CouldNotTell("HTTP 502"));
        }
        moveTo("44.128.0.78");
        Instant begin = time.instant();
        List<Long> minutes = new ArrayList<>();
        for (int known = told.size(); minutes.size() < 8; time.goOn(ONE)) {
            if (told.size() > known) {
                minutes.add(Duration.between(begin, time.instant()).toMinutes());
                known = told.size();
            }
        }
        // after 5, 10, 20, 40, 60, 60 and 60 minutes more
        assertThat(minutes).containsExactly(1L, 6L, 16L, 36L, 76L, 136L, 196L, 256L);
    }

    @Test
    void the_timeline_says_how_long_mail_was_at_risk() {
        Instant good = time.instant();
        answers.add(new Outcome.CouldNotTell("timeout"));
        moveTo("44.128.0.78");
        pass(Duration.ofMinutes(6));
        DdnsChange change = updater.status().timeline().getLast();
        assertThat(change)
                .isEqualTo(
                        new DdnsChange(
                                "44.128.0.77",
                                "44.128.0.78",
                                good,
                                good.plus(ONE),
                                good.plus(ONE.multipliedBy(6)),
                                2));
        assertThat(change.risk(time.instant())).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void an_address_that_changes_twice_before_the_provider_takes_it_is_one_time_at_risk() {
        answers.add(new Outcome.CouldNotTell("timeout"));
        moveTo("44.128.0.78");
        pass(ONE);
        moveTo("44.128.0.79");
        pass(Duration.ofMinutes(10));
        assertThat(updater.status().timeline())
                .extracting(DdnsChange::from, DdnsChange::to, DdnsChange::attempts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", "44.128.0.77", 1),
                        org.assertj.core.groups.Tuple.tuple("44.128.0.77", "44.128.0.79", 2));
    }

    @Test
    void a_test_asks_nobody_where_it_is_known_that_the_login_works() {
        assertThat(updater.test()).isEqualTo(new DdnsTried.Works("44.128.0.77", time.instant()));
        assertThat(told).hasSize(1);
    }

    @Test
    void a_test_asks_a_provider_that_refused_again_but_not_twice_in_a_minute() {
        answers.add(new Outcome.Refused(Refusal.NO_SUCH_NAME, "nohost"));
        answers.add(new Outcome.Refused(Refusal.NO_SUCH_NAME, "nohost"));
        moveTo("44.128.0.78");
        pass(ONE);
        assertThat(updater.test()).isInstanceOf(DdnsTried.Refused.class);
        assertThat(updater.test()).isInstanceOf(DdnsTried.TryLater.class);
        assertThat(told).hasSize(3);
        pass(ONE);
        assertThat(updater.test()).isInstanceOf(DdnsTried.Works.class);
    }

    @Test
    void what_is_only_typed_can_be_tried_and_is_not_told_again_once_it_is_set() {
        settings = null;
        updater.close();
        updater = newUpdater();
        int before = told.size();
        assertThat(updater.trial(settings("typed"))).isInstanceOf(DdnsTried.Works.class);
        assertThat(updater.trial(settings("typed"))).isInstanceOf(DdnsTried.Works.class);
        assertThat(told).hasSize(before + 1);

        settings = settings("typed");
        updater.settingsChanged();
        time.goOn(Duration.ZERO);
        assertThat(told).hasSize(before + 1);
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_refused_trial_says_why_and_what_runs_does_not_suffer() {
        answers.add(new Outcome.Refused(Refusal.BAD_AUTH, "badauth"));
        assertThat(updater.trial(settings("wrong"))).isInstanceOf(DdnsTried.Refused.class);
        assertThat(updater.trial(settings("wrong"))).isInstanceOf(DdnsTried.TryLater.class);
        pass(ONE);
        assertThat(finding("ddns.update").verdict()).isEqualTo(Verdict.PASS);
        assertThat(told).hasSize(2);
    }

    @Test
    void a_trial_without_a_password_asks_nobody() {
        assertThat(updater.trial(settings(""))).isInstanceOf(DdnsTried.NotReady.class);
        assertThat(told).hasSize(1);
    }

    @Test
    void without_a_secret_the_provider_is_not_asked() {
        settings = settings("");
        pass(ONE);
        assertThat(told).hasSize(1);
        assertThat(finding("ddns.update").sentence().key()).isEqualTo("ddns.no-secret");
        assertThat(updater.test()).isInstanceOf(DdnsTried.NotReady.class);
    }

    @Test
    void without_a_provider_there_is_nothing_to_say() {
        settings = null;
        pass(ONE);
        assertThat(updater.findings()).isEmpty();
        assertThat(updater.status().provider()).isEmpty();
        assertThat(updater.test()).isInstanceOf(DdnsTried.NotReady.class);
    }

    @Test
    void sources_that_disagree_are_a_finding_and_the_router_counts() {
        line = Lines.look(Lines.router("44.128.0.78"), Lines.stun("44.128.9.9"));
        pass(ONE);
        assertThat(told).endsWith("44.128.0.78");
        Finding finding = finding("ddns.address");
        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.sentence().args()).containsExactly(HOST, "44.128.0.78", "44.128.9.9");
        assertThat(finding.evidence().getFirst().answered())
                .isEqualTo("ROUTER 44.128.0.78; STUN 44.128.9.9");
    }

    @Test
    void an_address_that_many_share_is_not_published() {
        line = Lines.look(Lines.router("100.64.0.7"), Lines.stun("44.128.0.99"));
        pass(ONE);
        assertThat(told).hasSize(1);
        assertThat(finding("ddns.address").sentence().key()).isEqualTo("ddns.shared");
    }

    @Test
    void no_address_is_unknown_and_matters_only_after_a_while() {
        line = Lines.look();
        pass(ONE);
        assertThat(finding("ddns.address").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(finding("ddns.address").severity()).isEqualTo(Severity.INFORMATION);
        pass(DdnsFindings.SHORT);
        assertThat(finding("ddns.address").severity()).isEqualTo(Severity.WARNING);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_provider_that_lets_the_name_lead_elsewhere_is_told_of() {
        answers.add(new Outcome.Updated("44.128.9.9"));
        moveTo("44.128.0.78");
        pass(ONE);
        assertThat(finding("ddns.update").sentence().key()).isEqualTo("ddns.other-address");
    }

    @Test
    void a_look_that_fails_does_not_end_the_watch() {
        broken = true;
        pass(ONE);
        broken = false;
        moveTo("44.128.0.78");
        pass(Duration.ofMinutes(10));
        assertThat(told).endsWith("44.128.0.78");
    }

    @Test
    void what_is_remembered_holds_no_secret() throws Exception {
        assertThat(Files.readString(folder.resolve("ddns.json")))
                .contains("44.128.0.77")
                .doesNotContain("s3cret");
    }

    @Test
    void a_damaged_memory_costs_one_update() throws Exception {
        updater.close();
        Files.writeString(folder.resolve("ddns.json"), "{\"settings\":");
        updater = newUpdater();
        assertThat(told).hasSize(2);
        assertThat(updater.status().published()).isEqualTo("44.128.0.77");
    }

    @Test
    void dsm_that_updates_the_same_name_is_a_warning() throws Exception {
        Files.writeString(folder.resolve("dsm.conf"), "[No-IP.com]\nhostname=A.ddns.example\n");
        pass(ONE);
        assertThat(finding("ddns.dsm").verdict()).isEqualTo(Verdict.WARN);
        Files.writeString(folder.resolve("dsm.conf"), "[x]\nhostname=aa.ddns.example.org\n");
        pass(ONE);
        assertThat(updater.findings()).extracting(Finding::check).doesNotContain("ddns.dsm");
    }

    @Test
    void an_address_that_made_it_worse_is_taken_back_and_not_told_again_by_itself() {
        moveTo("44.128.0.78");
        pass(ONE);
        updater.goBack("44.128.0.77");
        assertThat(told).containsExactly("44.128.0.77", "44.128.0.78", "44.128.0.77");
        assertThat(updater.status().published()).isEqualTo("44.128.0.77");
        pass(Duration.ofHours(3));
        assertThat(told).hasSize(3);
        assertThat(finding("ddns.update").sentence().key()).isEqualTo("ddns.held");
        assertThat(Health.of(updater.findings())).isEqualTo(Health.ATTENTION);
        updater.lookForPerson();
        assertThat(told).endsWith("44.128.0.78").hasSize(4);
    }

    @Test
    void what_was_taken_back_ends_when_the_line_gets_another_address() {
        moveTo("44.128.0.78");
        pass(ONE);
        updater.goBack("44.128.0.77");
        moveTo("44.128.0.79");
        pass(ONE);
        assertThat(told).endsWith("44.128.0.79").hasSize(4);
    }

    @Test
    void a_person_need_not_wait_for_a_provider_that_did_not_answer_but_for_one_that_says_so() {
        answers.add(new Outcome.CouldNotTell("HTTP 502"));
        moveTo("44.128.0.78");
        pass(ONE);
        updater.lookForPerson();
        assertThat(told).hasSize(3);
        assertThat(updater.status().published()).isEqualTo("44.128.0.78");
        answers.add(new Outcome.TryLater(Duration.ofMinutes(30), "911"));
        moveTo("44.128.0.79");
        updater.lookForPerson();
        updater.lookForPerson();
        assertThat(told).hasSize(4);
    }

    @Test
    void an_address_that_the_provider_never_had_is_not_told() {
        moveTo("44.128.0.78");
        pass(ONE);
        updater.goBack("203.0.113.66");
        updater.goBack("not an address");
        assertThat(told).hasSize(2);
    }
}
