package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Backup;
import org.mailstation.config.Language;
import org.mailstation.config.Problem;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.text.Text;

/** Copies of everything, and the language, as the settings of a station that runs. */
class CopiesTest {
    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final Copies copies;
    private final Tongue tongue;

    CopiesTest() {
        traveller.toHome();
        Care care =
                Care.of(
                        traveller.background,
                        traveller.flow.session(),
                        FakeMeans.of(new HandLook()));
        copies = care.copies();
        tongue = care.tongue();
        copies.open();
        rest();
    }

    private Copies.View rest() {
        traveller.background.until(() -> !copies.view().activity().running());
        return copies.view();
    }

    private Backup running() {
        return station.running().orElseThrow().backup();
    }

    @Test
    void what_is_configured_is_shown() {
        assertThat(rest().form()).isEqualTo(new BackupForm("", "1d", "14"));
        assertThat(rest().plan()).isNotNull();
    }

    @Test
    void what_is_typed_comes_to_the_station() {
        copies.edit(form -> form.withTo("/volume2/mail ").withEvery("12h").withKeep("7"));
        copies.save();
        assertThat(rest().done()).isEqualTo(Text.of("flow.backup.set"));
        assertThat(running()).isEqualTo(new Backup("/volume2/mail", "12h", 7));
        copies.edit(form -> form.withTo(""));
        copies.save();
        assertThat(rest().wish())
                .extracting(Wish::question)
                .isEqualTo(Text.of("flow.backup.off.ask"));
        copies.leave();
        copies.confirm();
        assertThat(running().to()).as("nobody said yes").isEqualTo("/volume2/mail");
        copies.save();
        copies.confirm();
        assertThat(rest().done()).isEqualTo(Text.of("flow.backup.off"));
        assertThat(running().to()).isEmpty();
    }

    @Test
    void fewer_copies_than_are_kept_are_asked_about_and_more_are_not() {
        copies.edit(form -> form.withTo("/volume2/mail").withKeep("7"));
        copies.save();
        assertThat(rest().done()).isNotNull();
        copies.edit(form -> form.withKeep("20"));
        copies.save();
        assertThat(rest().wish()).isNull();
        copies.edit(form -> form.withKeep("3"));
        copies.save();
        assertThat(rest().wish())
                .extracting(Wish::question)
                .isEqualTo(Text.of("flow.backup.fewer.ask", 3));
        assertThat(running().keep()).isEqualTo(20);
        copies.confirm();
        assertThat(rest().done()).isNotNull();
        assertThat(running().keep()).isEqualTo(3);
    }

    @Test
    void what_cannot_be_is_told_at_each_field_and_changes_nothing() {
        copies.edit(form -> form.withTo("somewhere").withEvery("often").withKeep("many"));
        copies.save();
        assertThat(rest().problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(BackupForm.TO, BackupForm.EVERY, BackupForm.KEEP);
        assertThat(running()).isEqualTo(Backup.NONE);
        copies.open();
        assertThat(rest().form().to()).as("what was typed stays").isEqualTo("somewhere");
    }

    @Test
    void a_copy_is_made_at_once_and_its_outcome_told() {
        station.desk.made =
                new BackupOutcome.Made(Instant.EPOCH, 812, 9_000, 40, 900, 0, 0, List.of());
        copies.make();
        assertThat(rest().done()).isEqualTo(Text.of("flow.backup.made", 812L, 40L));
        assertThat(station.desk.backups)
                .extracting(BackupRequest::wanted)
                .contains(BackupRequest.Wanted.MAKE);
    }

    @Test
    void a_copy_that_cannot_be_made_is_told_with_its_reason() {
        station.desk.made = new BackupOutcome.Refused(Text.of("problem.backup.to", "x"));
        copies.make();
        assertThat(rest().activity())
                .isEqualTo(
                        new Activity.Failed(
                                new FlowFailure.BackupRefused(Text.of("problem.backup.to", "x"))));
    }

    @Test
    void the_language_is_asked_and_changed() {
        tongue.open();
        traveller.background.until(() -> tongue.view().language() != null);
        Language other = tongue.view().language() == Language.DE ? Language.EN : Language.DE;
        tongue.speak(other);
        traveller.background.until(() -> tongue.view().done() != null);
        assertThat(station.running().orElseThrow().notifications().language()).isEqualTo(other);
        assertThat(tongue.view().language()).isEqualTo(other);
    }
}
