package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.control.ControlJson;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

@Timeout(60)
class BackupCommandTest extends CtlBench {
    private static final Instant LAST = Instant.parse("2026-05-01T12:00:00Z");
    private static final BackupOutcome.Made MADE =
            new BackupOutcome.Made(LAST, 5, 1_000_000, 2, 2_000, 0, 0, List.of());

    private static BackupOutcome.Plan plan(@Nullable Instant failed) {
        return new BackupOutcome.Plan(
                "/usb",
                "1d",
                7,
                false,
                LAST,
                LAST.plusSeconds(86_400),
                0,
                failed == null ? 0 : 2,
                failed,
                failed == null ? null : Text.of("backup.no-folder", "/usb"));
    }

    private static BackupRequest request(Wanted wanted, String place, String at, int keep) {
        return new BackupRequest(wanted, place, at, keep, "", null);
    }

    @Test
    void without_a_place_one_is_made_where_the_configuration_says() {
        rig.copies.answers.put(Wanted.MAKE, MADE);

        assertThat(run("", "backup")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("5 letters");
        assertThat(run("", "backup", "/other", "--keep", "3", "--json")).isEqualTo(Exit.OK.code());
        assertThat(ControlJson.read(out, BackupOutcome.class)).isEqualTo(MADE);
        assertThat(rig.copies.asked)
                .containsExactly(
                        request(Wanted.MAKE, "", "", 0), request(Wanted.MAKE, "/other", "", 3));
    }

    @Test
    void the_plan_tells_the_last_the_next_and_what_went_wrong() {
        rig.copies.answers.put(Wanted.PLAN, plan(null));
        assertThat(run("", "backup", "plan")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("/usb", "1d", "2026-05-01", "2026-05-02").doesNotContain("failed");

        rig.copies.answers.put(Wanted.PLAN, plan(LAST.plusSeconds(90_000)));
        assertThat(run("", "backup", "plan")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out).contains("failed (2 in a row)", "/usb does not exist");
        run("", "backup", "plan", "--json");
        assertThat(ControlJson.read(out, BackupOutcome.class))
                .isEqualTo(rig.copies.answers.get(Wanted.PLAN));
    }

    @Test
    void the_list_without_a_place_begins_with_the_plan() {
        rig.copies.answers.put(Wanted.PLAN, plan(null));
        rig.copies.answers.put(
                Wanted.LIST,
                new BackupOutcome.Listed(
                        List.of(new BackupOutcome.Kept(LAST, 5, 1_000_000, "1.0"))));

        assertThat(run("", "backup", "list")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("every 1d", "5 letters, 1.0 MB");
        assertThat(run("", "backup", "list", "/usb")).isEqualTo(Exit.OK.code());
        assertThat(out).doesNotContain("every 1d");
    }

    @Test
    void other_commands_take_the_place_or_leave_it_to_the_configuration() {
        rig.copies.answers.put(
                Wanted.VERIFY, new BackupOutcome.Verified(LAST, 5, 2, 0, 5, List.of()));
        rig.copies.answers.put(Wanted.KEY, new BackupOutcome.Refused(Text.of("backup.nowhere")));

        assertThat(run("", "backup", "verify", "--at", "2026-05-01")).isEqualTo(Exit.OK.code());
        assertThat(run("", "backup", "key", "ssh://a@b/c", "--trust", "SHA256:x"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(rig.copies.asked)
                .containsExactly(
                        request(Wanted.VERIFY, "", "2026-05-01", 0),
                        new BackupRequest(Wanted.KEY, "ssh://a@b/c", "", 0, "SHA256:x", null));
    }
}
