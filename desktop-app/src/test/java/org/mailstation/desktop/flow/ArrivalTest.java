package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailstation.config.Problem;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;

class ArrivalTest {

    private final Traveller who = new Traveller();

    @Test
    void an_unknown_key_is_shown_before_anything_is_sent_and_pinned_only_when_trusted() {
        who.flow.locate("nas:2222");

        SetupState.ConfirmingKey page = who.until(SetupState.ConfirmingKey.class);
        assertThat(page.key()).isEqualTo(FakeNas.KEY);
        assertThat(page.address()).isEqualTo("nas:2222");
        assertThat(who.nas.pinned).isNull();

        who.flow.trustKey(true);
        assertThat(who.until(SetupState.SigningIn.class).address()).isEqualTo("nas:2222");
        assertThat(who.nas.pinned).isEqualTo(FakeNas.KEY);
    }

    @Test
    void a_key_that_is_not_trusted_leads_back_to_the_address_and_is_not_pinned() {
        who.flow.locate("nas");
        who.until(SetupState.ConfirmingKey.class);
        who.flow.trustKey(false);

        assertThat(who.failure()).isInstanceOf(SshFailure.HostKeyNotAccepted.class);
        assertThat(who.flow.state()).isInstanceOf(SetupState.Locating.class);
        assertThat(who.nas.pinned).isNull();
    }

    @Test
    void cancelling_before_the_key_is_no_failure() {
        who.flow.locate("nas");
        who.until(SetupState.ConfirmingKey.class);
        who.flow.cancel();

        assertThat(who.until(SetupState.Locating.class).activity()).isEqualTo(Activity.IDLE);
        assertThat(who.nas.pinned).isNull();
    }

    @Test
    void a_changed_key_is_a_full_stop_with_only_a_way_back() {
        who.nas.pinned = FakeNas.OTHER_KEY;
        who.flow.locate("nas");

        SetupState.KeyChanged page = who.until(SetupState.KeyChanged.class);
        assertThat(page.shown()).isEqualTo(FakeNas.KEY);
        assertThat(page.pins()).isEqualTo(FakeNas.PINS);
        assertThat(Forward.of(page)).isEqualTo(Forward.NONE);
        assertThatThrownBy(() -> who.flow.trustKey(true)).isInstanceOf(IllegalStateException.class);

        who.flow.back();
        assertThat(who.until(SetupState.Locating.class).address()).isEqualTo("nas");
        assertThat(who.nas.pinned).isEqualTo(FakeNas.OTHER_KEY);
    }

    @Test
    void a_key_that_changes_between_meeting_and_signing_in_is_a_full_stop_too() {
        who.toSignIn();
        who.nas.key = FakeNas.OTHER_KEY;
        who.flow.signIn(Traveller.byPassword(who.nas.password));

        who.until(SetupState.KeyChanged.class);
        assertThat(who.flow.canGoTo(Step.SIGN_IN)).isFalse();
    }

    @Test
    void an_address_that_is_none_is_told_at_its_field_without_asking_the_network() {
        who.flow.locate("my nas");

        SetupState.Locating page = who.until(SetupState.Locating.class);
        assertThat(page.problems()).extracting(Problem::field).containsExactly("address");
        assertThat(who.nas.calls).isEmpty();
    }

    @Test
    void a_nas_that_does_not_answer_can_be_tried_again_with_the_same_address() {
        who.nas.reachable = false;
        who.flow.locate("nas");
        assertThat(who.failure()).isInstanceOf(SshFailure.TimedOut.class);
        assertThat(((SetupState.Locating) who.flow.state()).address()).isEqualTo("nas");

        who.nas.reachable = true;
        who.toSignIn();
    }

    @Test
    void the_remembered_station_is_offered() {
        who.nas.profile = new StationProfile(new SshTarget("diskstation", 2222, "admin"), "");
        who.flow.start();
        who.background.until(
                () ->
                        ((SetupState.Locating) who.flow.state())
                                .address()
                                .equals("diskstation:2222"));

        who.nas.pinned = FakeNas.KEY;
        who.flow.locate("diskstation:2222");
        assertThat(who.until(SetupState.SigningIn.class).form().user()).isEqualTo("admin");
    }

    @Test
    void a_remembered_station_that_cannot_be_read_does_not_keep_anybody_from_typing_one() {
        who.nas.profileUnreadable = true;
        who.flow.start();
        who.toSignIn();
    }

    @Test
    void a_wrong_password_is_told_and_another_may_be_tried() {
        who.toSignIn();
        who.flow.signIn(Traveller.byPassword("wrong"));
        assertThat(who.failure()).isInstanceOf(SshFailure.WrongPassword.class);
        assertThat(who.nas.profile).isNull();

        who.flow.signIn(Traveller.byPassword(who.nas.password));
        who.until(SetupState.Installing.class);
        assertThat(who.nas.profile)
                .isEqualTo(new StationProfile(new SshTarget("nas", 22, "admin"), ""));
    }

    @Test
    void missing_entries_are_named_by_field_all_at_once() {
        who.toSignIn();
        who.flow.signIn(SignInForm.EMPTY);

        assertThat(who.until(SetupState.SigningIn.class).problems())
                .extracting(Problem::field)
                .containsExactly(SignInForm.USER, SignInForm.PASSWORD);
    }

    @Test
    void a_protected_key_file_asks_for_its_passphrase_until_it_is_right() {
        who.nas.passphrase = "open sesame";
        who.toSignIn();
        who.flow.signIn(new SignInForm("admin", true, new Secret(""), "/home/alex/.ssh/id"));

        SetupState.Asking first = who.until(SetupState.Asking.class);
        assertThat(first.question())
                .isEqualTo(new Question.Passphrase("/home/alex/.ssh/id", false));
        assertThat(first.step()).isEqualTo(Step.SIGN_IN);
        who.flow.answer(new Secret("wrong"));

        who.background.until(
                () -> who.flow.state() instanceof SetupState.Asking it && it.question().again());
        who.flow.answer(new Secret("open sesame"));
        who.until(SetupState.Installing.class);
    }

    @Test
    void giving_up_on_a_question_leads_back_to_its_page_without_a_reproach() {
        who.nas.passphrase = "open sesame";
        who.toSignIn();
        who.flow.signIn(new SignInForm("admin", true, new Secret(""), "/home/alex/.ssh/id"));
        who.until(SetupState.Asking.class);
        who.flow.cancel();

        SetupState.SigningIn page = who.until(SetupState.SigningIn.class);
        assertThat(page.activity()).isEqualTo(Activity.IDLE);
        assertThat(page.form().keyFile()).isEqualTo("/home/alex/.ssh/id");
    }

    @Test
    void going_back_and_forth_loses_nothing() {
        who.toInstall();
        who.flow.back();
        assertThat(who.until(SetupState.SigningIn.class).form().user()).isEqualTo("admin");
        who.flow.back();
        assertThat(who.until(SetupState.Locating.class).address()).isEqualTo("nas");
        assertThat(who.flow.canGoBack()).isFalse();
    }

    @Test
    void a_station_that_is_set_up_already_is_shown_at_once() {
        who.toHome();
        Traveller again = new Traveller();
        again.nas.pinned = FakeNas.KEY;
        again.nas.installedVersion = FakeNas.VERSION;
        again.nas.station.setConfig(who.nas.station.running().orElseThrow());
        again.toSignIn();
        again.flow.signIn(Traveller.byPassword(again.nas.password));

        again.until(SetupState.Home.class);
        assertThat(again.flow.canGoTo(Step.INSTALL)).isTrue();
        assertThat(again.flow.canGoTo(Step.LINE)).isTrue();
    }
}
