package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Omitted;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;

/** The program ends in the middle of the set-up, and is started again. */
class ResumeTest {

    private final Traveller before = new Traveller();

    /** Waits until the disk has it. */
    private Unfinished kept(Step step) {
        before.background.until(
                () -> {
                    Unfinished now = before.unfinished.kept.get("nas");
                    return now != null && now.step() == step;
                });
        return Objects.requireNonNull(before.unfinished.kept.get("nas"));
    }

    private Traveller again() {
        before.flow.close();
        Traveller after = new Traveller(before.unfinished);
        after.nas.installedVersion = FakeNas.VERSION;
        return after;
    }

    private static SetupState.Filling signIn(Traveller who) {
        who.toSignIn();
        who.flow.signIn(Traveller.byPassword(who.nas.password));
        return who.until(SetupState.Filling.class);
    }

    @Test
    void one_is_back_on_the_same_page_with_everything_but_the_passwords() {
        before.toForm().fillIn();
        before.flow.goTo(Step.PEOPLE);
        kept(Step.PEOPLE);

        Traveller after = again();
        SetupState.Filling page = signIn(after);

        assertThat(page.step()).isEqualTo(Step.PEOPLE);
        assertThat(page.draft().name().domain()).isEqualTo("example.org");
        assertThat(page.draft().people().people().getFirst().name()).isEqualTo("Alex Muster");
        assertThat(page.draft().passwords()).isEmpty();
        Resumed resumed = Objects.requireNonNull(page.resumed());
        assertThat(resumed.when()).isEqualTo(Traveller.NOW);
        assertThat(resumed.overtaken()).isFalse();
        assertThat(resumed.missing())
                .containsExactly(new Omitted(Omitted.Kind.MAILBOX, "alex@example.org"));

        after.flow.edit(
                "account[0].password",
                Traveller.person(one -> one.withPassword(Traveller.PASSWORD)));
        assertThat(resumed(after).missing()).isEmpty();
        after.flow.review();
        after.until(SetupState.Reviewing.class);
        after.flow.apply();
        after.until(SetupState.Running.class);
        assertThat(after.nas.station.passwords)
                .containsEntry("alex@example.org", Traveller.PASSWORD);
    }

    private static Resumed resumed(Traveller who) {
        return Objects.requireNonNull(((SetupState.Filling) who.flow.state()).resumed());
    }

    @Test
    void who_left_at_the_review_is_asked_for_the_passwords_that_it_needs() {
        before.toReview();
        kept(Step.REVIEW);

        SetupState.Filling page = signIn(again());
        assertThat(page.step()).isEqualTo(Step.PEOPLE);
        assertThat(page.check().shown("account[0].password")).isNotEmpty();
    }

    @Test
    void a_draft_of_other_settings_is_told_apart_and_what_runs_stays_the_base() {
        before.toForm().fillIn();
        before.flow.goTo(Step.NAME);
        kept(Step.NAME);

        Traveller after = again();
        after.nas.station.setConfig(Family.config("mueller-family.example", "Jörg Müller"));
        after.toSignIn();
        after.flow.signIn(Traveller.byPassword(after.nas.password));
        after.until(SetupState.Home.class);
        after.flow.openForm();
        SetupState.Filling page = after.until(SetupState.Filling.class);

        assertThat(page.step()).isEqualTo(Step.NAME);
        assertThat(resumed(after).overtaken()).isTrue();
        assertThat(page.fresh()).isFalse();
    }

    @Test
    void discarding_forgets_it_here_and_on_the_disk() {
        before.toForm().fillIn();
        before.flow.goTo(Step.NAME);
        kept(Step.NAME);

        Traveller after = again();
        signIn(after);
        after.flow.discard();
        SetupState.Filling page = (SetupState.Filling) after.flow.state();

        assertThat(page.resumed()).isNull();
        assertThat(page.draft().name()).isEqualTo(Draft.EMPTY.name());
        after.background.until(() -> after.unfinished.kept.isEmpty());
    }

    @Test
    void another_station_has_nothing_of_it() {
        before.toForm().fillIn();
        kept(Step.LINE);
        Traveller after = again();
        after.flow.locate("other");
        after.until(SetupState.ConfirmingKey.class);
        after.flow.trustKey(true);
        after.until(SetupState.SigningIn.class);
        after.flow.signIn(Traveller.byPassword(after.nas.password));
        after.until(SetupState.Installing.class);
        after.flow.openForm();
        assertThat(after.until(SetupState.Filling.class).resumed()).isNull();
    }

    @Test
    void once_it_runs_one_is_back_at_what_is_left_to_be_shown_and_home_ends_it() {
        before.toRunning();
        before.flow.next();
        before.flow.next();
        assertThat(kept(Step.RECORDS).draft()).isNull();

        Traveller after = again();
        after.nas.station.setConfig(Family.config("example.org", "Alex Muster"));
        after.toSignIn();
        after.flow.signIn(Traveller.byPassword(after.nas.password));
        assertThat(after.until(SetupState.Afterwards.class).step()).isEqualTo(Step.RECORDS);
        after.flow.home();
        after.background.until(() -> after.unfinished.kept.isEmpty());
    }

    @Test
    void merely_looking_at_the_settings_of_a_station_that_runs_is_not_unfinished() {
        before.toHome();
        before.background.until(() -> before.unfinished.kept.isEmpty());
        before.flow.openForm();
        before.until(SetupState.Filling.class);
        before.flow.goTo(Step.SAFETY);
        before.flow.home();
        before.flow.openForm();
        before.until(SetupState.Filling.class);
        assertThat(before.unfinished.kept).isEmpty();
    }

    @Test
    void the_first_page_says_that_something_is_unfinished() {
        before.toForm().fillIn();
        kept(Step.LINE);
        Traveller after = again();
        after.nas.profile = new StationProfile(new SshTarget("nas", 22, "admin"), "");
        after.flow.start();
        after.background.until(
                () -> ((SetupState.Locating) after.flow.state()).unfinished() != null);
        assertThat(((SetupState.Locating) after.flow.state()).remembered()).isEqualTo("nas");
    }

    @Test
    void a_full_disk_stops_nobody() {
        before.unfinished.broken = true;
        before.toRunning();
        assertThat(before.unfinished.kept).isEmpty();
    }
}
