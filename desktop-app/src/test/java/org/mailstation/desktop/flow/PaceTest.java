package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.desktop.draft.DraftPage;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.Lines;
import org.mailstation.desktop.ssh.SshFailure;

/** Somebody who takes what is found as it is. */
class PaceTest {

    private final Traveller who = new Traveller();

    private void signIn() {
        who.flow.locateAndAccept("nas");
        who.until(SetupState.ConfirmingKey.class);
        who.flow.trustKey(true);
        who.until(SetupState.SigningIn.class);
        who.flow.signIn(Traveller.byPassword(who.nas.password));
    }

    private SetupState.Filling at(Step step) {
        who.background.until(
                () ->
                        who.flow.state() instanceof SetupState.Filling page
                                && page.step() == step
                                && !page.activity().running());
        return (SetupState.Filling) who.flow.state();
    }

    @Test
    void between_the_key_and_the_review_only_what_nobody_else_can_know_is_asked() {
        signIn();
        at(Step.NAME);
        who.flow.edit("domains[0]", draft -> draft.withName(it -> it.withDomain("example.org")));
        who.flow.next();
        at(Step.PEOPLE);
        who.flow.edit("account[0].name", Traveller.person(it -> it.withName("Alex Muster")));
        who.flow.edit(
                "account[0].password", Traveller.person(it -> it.withPassword(Traveller.PASSWORD)));
        who.flow.next();
        who.until(SetupState.Reviewing.class);
        assertThat(who.nas.station.applied).isEmpty();

        who.flow.apply();
        who.until(SetupState.Running.class);
        assertThat(who.nas.station.applied).hasSize(1);
    }

    @Test
    void a_line_that_needs_a_relay_stops_at_the_relay() {
        who.nas.station.line = Lines.closed();
        signIn();
        at(Step.NAME);
        who.flow.edit("domains[0]", draft -> draft.withName(it -> it.withDomain("example.org")));
        who.flow.edit("account[0].name", Traveller.person(it -> it.withName("Alex")));
        who.flow.edit(
                "account[0].password", Traveller.person(it -> it.withPassword(Traveller.PASSWORD)));
        who.flow.next();
        assertThat(at(Step.SAFETY).check().good(DraftPage.SAFETY)).isFalse();
    }

    @Test
    void going_back_means_page_by_page_from_there_on() {
        signIn();
        at(Step.NAME);
        who.flow.back();
        at(Step.LINE);
        who.flow.next();
        at(Step.NAME);
        who.flow.edit("domains[0]", draft -> draft.withName(it -> it.withDomain("example.org")));
        who.flow.edit("account[0].name", Traveller.person(it -> it.withName("Alex")));
        who.flow.edit(
                "account[0].password", Traveller.person(it -> it.withPassword(Traveller.PASSWORD)));
        who.flow.next();
        at(Step.PEOPLE);
        who.flow.next();
        at(Step.SAFETY);
    }

    @Test
    void an_older_daemon_is_not_replaced_without_being_asked() {
        who.nas.installedVersion = "0.0.9";
        signIn();
        who.until(SetupState.Installing.class);
        assertThat(who.nas.installedVersion).isEqualTo("0.0.9");
    }

    @Test
    void a_station_that_runs_is_only_shown() {
        who.nas.installedVersion = FakeNas.VERSION;
        who.nas.station.setConfig(Family.config("example.org", "Alex"));
        signIn();
        who.until(SetupState.Home.class);
        assertThat(who.nas.station.applied).isEmpty();
    }

    @Test
    void a_failure_stops_where_it_happened_and_goes_on_from_there() {
        who.nas.nextInstallFailure = new SshFailure.TimedOut("nas", 22, 10);
        signIn();
        assertThat(who.failure()).isInstanceOf(SshFailure.TimedOut.class);
        who.flow.install();
        at(Step.NAME);
    }
}
