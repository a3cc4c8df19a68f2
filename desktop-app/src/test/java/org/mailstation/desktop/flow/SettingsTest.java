package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.text.Text;

class SettingsTest {

    private final Traveller who = new Traveller();

    @Test
    void the_whole_way_ends_with_a_running_station_and_a_password_that_is_set() {
        who.toRunning();

        SetupState.Running page = (SetupState.Running) who.flow.state();
        assertThat(page.hostName()).isEqualTo("mail.example.org");
        assertThat(page.mailbox()).isEqualTo("alex@example.org");
        assertThat(who.nas.station.confirmed).isEqualTo(1);
        assertThat(who.nas.station.passwords).containsEntry("alex@example.org", Traveller.PASSWORD);
        assertThat(who.nas.station.openConversations()).isZero();

        who.flow.home();
        assertThat(who.flow.canGoTo(Step.INSTALL)).isTrue();
    }

    @Test
    void a_field_is_not_complained_about_before_somebody_was_there() {
        SetupState.Filling page = (SetupState.Filling) who.toForm().flow.state();
        assertThat(page.check().good()).isFalse();
        assertThat(page.check().problems())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(page.check().shown(it.field())).isEmpty());

        who.flow.review();
        SetupState.Filling after = who.until(SetupState.Filling.class);
        assertThat(after.check().shown("domains[0]")).isNotEmpty();
        assertThat(after.check().shown("account[0].password")).isNotEmpty();
    }

    @Test
    void a_problem_shows_at_its_field_as_it_is_typed_and_goes_when_it_is_mended() {
        who.toForm();
        domain("not a domain");
        assertThat(shown("domains[0]")).isNotEmpty();

        domain("example.org");
        assertThat(shown("domains[0]")).isEmpty();
    }

    private List<Text> shown(String field) {
        return ((SetupState.Filling) who.flow.state()).check().shown(field);
    }

    @Test
    void what_the_station_rejects_is_shown_at_its_field() {
        who.toReview();
        Text reason = Text.of("flow.form.domain-missing");
        who.nas.station.nextApply =
                new ApplyOutcome.Rejected(List.of(new Problem("domains[0]", 0, reason)));
        who.flow.apply();

        who.until(SetupState.Filling.class);
        assertThat(shown("domains[0]")).contains(reason);
        domain("example.net");
        who.flow.review();
        who.until(SetupState.Reviewing.class);
    }

    @Test
    void what_the_station_rejects_elsewhere_gets_a_page_and_leads_back() {
        who.toReview();
        Problem problem = new Problem("storage.folder", 0, Text.of("flow.address.port"));
        who.nas.station.nextApply = new ApplyOutcome.Rejected(List.of(problem));
        who.flow.apply();

        assertThat(who.until(SetupState.NotApplied.class).problems()).containsExactly(problem);
        who.flow.reconsider();
        who.until(SetupState.Reviewing.class);
    }

    @Test
    void a_rollback_is_told_with_its_findings_and_nothing_typed_is_lost() {
        who.toReview();
        who.nas.station.nextApply =
                new ApplyOutcome.RolledBack(0, List.of(FakeStation.fail("SMTP", 25)));
        who.flow.apply();

        assertThat(who.until(SetupState.NotApplied.class).findings()).hasSize(1);
        assertThat(who.nas.station.passwords).isEmpty();
        who.flow.back();
        who.flow.back();
        assertThat(who.until(SetupState.Filling.class).draft().name().domain())
                .isEqualTo("example.org");

        who.flow.review();
        who.until(SetupState.Reviewing.class);
        who.flow.apply();
        who.until(SetupState.Running.class);
    }

    @Test
    void an_answer_lost_in_the_middle_of_applying_is_made_good_by_applying_again() {
        who.toReview();
        who.nas.station.loseNextApplyAnswer = true;
        who.flow.apply();
        assertThat(who.failure()).isInstanceOf(StationFailure.ConnectionLost.class);

        who.flow.apply();
        assertThat(who.until(SetupState.Running.class).revision()).isEqualTo(1);
        assertThat(who.nas.station.applied).hasSize(1);
        assertThat(who.nas.station.passwords).containsKey("alex@example.org");
    }

    @Test
    void applying_can_be_cancelled() {
        Gate gate = new Gate();
        who.nas.station.applyGate = gate;
        who.toReview();
        who.flow.apply();
        gate.awaitArrival();
        assertThat(who.flow.canCancel()).isTrue();
        assertThat(who.flow.canGoBack()).isFalse();
        who.flow.cancel();

        assertThat(who.until(SetupState.Reviewing.class).activity()).isEqualTo(Activity.IDLE);
        assertThat(who.nas.station.revision()).isZero();
    }

    @Test
    void settings_changed_by_somebody_else_are_fetched_and_what_was_typed_is_kept() {
        who.toHome();
        StationConfig running = who.nas.station.running().orElseThrow();
        who.flow.openForm();
        who.until(SetupState.Filling.class);
        name("Alexandra Muster");
        who.nas.station.setConfig(running);

        who.flow.review();
        assertThat(who.until(SetupState.NotApplied.class).reason())
                .isEqualTo(Text.of("flow.apply.stale"));
        who.flow.reconsider();
        assertThat(who.until(SetupState.Filling.class).draft().people().people().getFirst().name())
                .isEqualTo("Alexandra Muster");
        who.flow.review();
        who.until(SetupState.Reviewing.class);
        who.flow.apply();
        assertThat(who.until(SetupState.Running.class).revision()).isEqualTo(3);
    }

    @Test
    void a_busy_station_is_not_pushed() {
        who.toReview();
        who.nas.station.nextApply = new ApplyOutcome.Busy();
        who.flow.apply();
        assertThat(who.until(SetupState.NotApplied.class).reason())
                .isEqualTo(Text.of("flow.apply.busy"));
    }

    @Test
    void a_password_that_the_station_refuses_is_told_at_its_field_and_asked_for_again() {
        who.toReview();
        Text reason = Text.of("flow.form.password-weak");
        who.nas.station.passwordRefusal = reason;
        who.flow.apply();
        SetupState.Filling page = who.until(SetupState.Filling.class);
        assertThat(shown("account[0].password")).contains(reason);
        assertThat(page.known()).isEmpty();

        who.nas.station.passwordRefusal = null;
        password("Another-Long-1-password");
        who.flow.review();
        SetupState.Reviewing review = who.until(SetupState.Reviewing.class);
        assertThat(review.sameSettings()).isTrue();
        assertThat(review.newPasswords()).containsExactly("alex@example.org");
        who.flow.apply();
        who.until(SetupState.Running.class);
        assertThat(who.nas.station.passwords)
                .containsEntry("alex@example.org", "Another-Long-1-password");
        assertThat(who.nas.station.applied).hasSize(1);
    }

    @Test
    void an_existing_mailbox_keeps_its_password_unless_a_new_one_is_typed() {
        who.toHome();
        who.nas.station.passwords.clear();
        who.flow.openForm();
        SetupState.Filling page = who.until(SetupState.Filling.class);
        assertThat(page.known()).containsExactly("alex@example.org");
        assertThat(page.draft().people().people().getFirst().mailbox()).isEqualTo("alex");

        name("Alex B. Muster");
        who.flow.review();
        who.until(SetupState.Reviewing.class);
        who.flow.apply();
        who.until(SetupState.Running.class);
        assertThat(who.nas.station.passwords).isEmpty();
    }

    @Test
    void nothing_to_change_leads_to_the_status() {
        who.toHome();
        who.flow.openForm();
        who.until(SetupState.Filling.class);
        who.flow.review();
        assertThat(Forward.of(who.until(SetupState.Reviewing.class)))
                .isEqualTo(Forward.SHOW_STATUS);
    }

    @Test
    void settings_that_cannot_be_read_are_not_overwritten() {
        who.toInstalled();
        who.nas.station.setUnreadable();
        who.flow.openForm();
        assertThat(who.failure()).isInstanceOf(FlowFailure.ConfigurationUnreadable.class);
        assertThat(who.flow.state()).isInstanceOf(SetupState.InstallDone.class);
    }

    @Test
    void the_rail_leads_only_where_there_is_something() {
        who.toForm();
        assertThat(Step.values())
                .filteredOn(who.flow::canGoTo)
                .containsExactly(
                        Step.FIND,
                        Step.SIGN_IN,
                        Step.INSTALL,
                        Step.NAME,
                        Step.PEOPLE,
                        Step.SAFETY,
                        Step.STATUS);
        who.flow.goTo(Step.SIGN_IN);
        assertThat(who.flow.state()).isInstanceOf(SetupState.SigningIn.class);
        assertThat(Step.values()).filteredOn(who.flow::canGoTo).containsExactly(Step.FIND);
    }

    private void domain(String typed) {
        who.flow.edit("domains[0]", draft -> draft.withName(it -> it.withDomain(typed)));
    }

    private void name(String typed) {
        who.flow.edit("account[0].name", Traveller.person(it -> it.withName(typed)));
    }

    private void password(String typed) {
        who.flow.edit("account[0].password", Traveller.person(it -> it.withPassword(typed)));
    }
}
