package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.install.Conditions;
import org.mailstation.desktop.install.InstallFailure;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.LowPorts;
import org.mailstation.desktop.install.Owner;
import org.mailstation.desktop.install.Sleep;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Failure;

class InstallationTest {

    private final Traveller who = new Traveller();

    @Test
    void a_bare_nas_is_offered_the_installation() {
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.INSTALL);
        assertThat(who.flow.canGoTo(Step.LINE)).isFalse();

        who.flow.install();
        assertThat(who.until(SetupState.InstallDone.class).installed())
                .isEqualTo(new Installed(FakeNas.VERSION, ""));
    }

    @Test
    void an_older_daemon_is_offered_the_update() {
        who.nas.installedVersion = "0.0.9";
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.UPDATE);

        who.flow.install();
        assertThat(who.until(SetupState.InstallDone.class).installed().replaced())
                .isEqualTo("0.0.9");
    }

    @Test
    void an_up_to_date_daemon_without_settings_leads_on_to_the_form() {
        who.nas.installedVersion = FakeNas.VERSION;
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.CONTINUE);

        who.flow.openForm();
        who.until(SetupState.Filling.class);
    }

    private static Conditions on(LowPorts ports, Owner owner) {
        return new Conditions(ports, owner, -1, -1, Sleep.NOTHING_KNOWN, List.of());
    }

    @Test
    void a_package_of_the_system_that_fits_leads_on_to_the_form() {
        who.nas.installedVersion = FakeNas.VERSION;
        who.nas.conditions = on(LowPorts.OWN_RIGHT, Owner.DPKG);
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.CONTINUE);
        assertThat(who.nas.calls).doesNotContain("install");
    }

    @Test
    void a_package_of_the_system_that_is_too_old_is_looked_at_again_when_it_was_replaced() {
        who.nas.installedVersion = "0.0.9";
        who.nas.conditions = on(LowPorts.OWN_RIGHT, Owner.DPKG);
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.RETRY);
        assertThat(((SetupState.Installing) who.flow.state()).hurdles()).hasSize(1);

        who.nas.installedVersion = FakeNas.VERSION;
        who.flow.lookAgain();
        who.until(SetupState.Installing.class);
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.CONTINUE);
        assertThat(who.nas.calls).doesNotContain("install");
    }

    @Test
    void a_newer_daemon_is_never_replaced_by_an_older_one() {
        who.nas.installedVersion = "9.0.0";
        who.toInstall();
        assertThat(Forward.of(who.flow.state())).isEqualTo(Forward.CONTINUE);
        who.flow.openForm();
        who.until(SetupState.Filling.class);
    }

    @Test
    void where_a_nas_gives_no_low_ports_a_new_station_is_offered_high_ones() {
        who.nas.conditions = on(LowPorts.NONE, Owner.NOBODY);
        who.toForm();
        SetupState.Filling page = (SetupState.Filling) who.flow.state();
        assertThat(page.draft().safety().ports()).isEqualTo(Ports.STANDARD.withoutRight());
        who.fillIn();
        who.flow.review();
        who.until(SetupState.Reviewing.class);
        who.flow.apply();
        who.until(SetupState.Running.class);
        Port smtp = who.nas.station.running().orElseThrow().ports().of(Service.SMTP);
        assertThat(smtp).isEqualTo(new Port(2525, 25, Port.Open.INTERNET));
    }

    @Test
    void what_runs_on_a_nas_keeps_its_ports() {
        who.nas.conditions = on(LowPorts.NONE, Owner.INSTALLER);
        who.nas.installedVersion = FakeNas.VERSION;
        who.nas.station.setConfig(Family.config("example.org", "Alex"));
        who.toSignIn();
        who.flow.signIn(Traveller.byPassword(who.nas.password));
        who.until(SetupState.Home.class);
        who.flow.openForm();
        assertThat(who.until(SetupState.Filling.class).draft().safety().ports())
                .isEqualTo(Ports.STANDARD);
    }

    @Test
    void progress_tells_the_step_and_how_far_it_is() {
        Gate gate = new Gate();
        who.nas.installGate = gate;
        who.toInstall();
        who.flow.install();
        who.background.until(
                () ->
                        who.flow.state().activity() instanceof Activity.Running running
                                && running.percent() > 0);

        Activity.Running running = (Activity.Running) who.flow.state().activity();
        assertThat(running.step().args()).containsExactly("16", "49");
        assertThat(running.percent()).isBetween(20, 40);
        assertThat(Forward.enabled(who.flow.state())).isFalse();
        gate.open();
        who.until(SetupState.InstallDone.class);
    }

    @Test
    void cancelling_stops_the_upload_and_it_can_be_started_again() {
        Gate gate = new Gate();
        who.nas.installGate = gate;
        who.toInstall();
        who.flow.install();
        gate.awaitArrival();
        who.flow.cancel();
        who.background.until(
                () ->
                        who.flow.state().activity() instanceof Activity.Running running
                                && running.stopping());
        assertThat(who.until(SetupState.Installing.class).activity()).isEqualTo(Activity.IDLE);
        assertThat(who.nas.installedVersion).isEmpty();

        who.nas.installGate = null;
        who.flow.install();
        who.until(SetupState.InstallDone.class);
    }

    @Test
    void a_full_disk_is_told_and_can_be_tried_again_after_tidying_up() {
        failsOnceThenWorks(new InstallFailure.DiskFull("/volume1", 12, 160));
    }

    @Test
    void a_lost_connection_signs_in_again_by_itself_when_it_is_tried_again() {
        failsOnceThenWorks(new SshFailure.ConnectionLost("nas"));
        assertThat(who.nas.calls).containsSubsequence("install", "close", "sign in", "install");
    }

    @Test
    void a_user_without_sudo_right_is_told_so() {
        who.nas.sudoRight = false;
        who.toInstall();
        who.flow.install();
        assertThat(who.failure()).isEqualTo(new SshFailure.NoSudoRight("admin"));
        assertThat(who.flow.canGoTo(Step.SIGN_IN)).isTrue();
    }

    private void failsOnceThenWorks(Failure failure) {
        who.nas.nextInstallFailure = failure;
        who.toInstall();
        who.flow.install();
        assertThat(who.failure()).isEqualTo(failure);
        assertThat(who.nas.installedVersion).isEmpty();

        who.flow.install();
        who.until(SetupState.InstallDone.class);
    }

    @Test
    void the_sudo_password_is_asked_for_only_when_it_is_needed_and_only_once() {
        who.nas.sudoPassword = "root-secret";
        who.toInstall();
        who.flow.install();
        SetupState.Asking asking = who.until(SetupState.Asking.class);
        assertThat(asking.question()).isEqualTo(new Question.SudoPassword("admin", false));
        assertThat(asking.step()).isEqualTo(Step.INSTALL);
        who.flow.answer(new Secret("root-secret"));
        who.until(SetupState.InstallDone.class);

        who.flow.back();
        who.flow.install();
        who.until(SetupState.InstallDone.class);
    }

    @Test
    void wishes_that_do_not_belong_to_the_page_are_refused() {
        who.toInstall();
        assertThatThrownBy(() -> who.flow.locate("nas")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> who.flow.apply()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> who.flow.openForm()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> who.flow.home()).isInstanceOf(IllegalStateException.class);
    }
}
