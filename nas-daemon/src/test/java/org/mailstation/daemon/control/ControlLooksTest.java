package org.mailstation.daemon.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.control.AskChecks;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.Checked;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.Progress;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Comparison;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.records.WantedRecord;
import org.mailstation.text.Text;

/** What takes long, is asked over the socket, and can be given up. */
@Timeout(60)
class ControlLooksTest extends WithRig {
    @Test
    void a_look_tells_how_far_it_is_and_what_it_found() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            Checked checked = get(client.station().check(new AskChecks(List.of("dns"))));
            assertThat(checked.identity()).isEqualTo(get(client.station().identity()));
            assertThat(rig.examining.asked.only()).containsExactly("dns");
            assertThat(ear.next()).isInstanceOf(Progress.class);
        }
    }

    @Test
    void a_look_that_is_cancelled_is_interrupted() throws Exception {
        rig.examining.endless = true;
        try (ControlConnection.Client client = rig.client(ear)) {
            CompletableFuture<Checked> look = client.station().check(new AskChecks(List.of()));
            assertThat(ear.next()).isInstanceOf(Progress.class);
            look.cancel(true);
            assertThat(rig.examining.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_look_that_nobody_waits_for_any_more_is_interrupted() throws Exception {
        rig.examining.endless = true;
        try (ControlConnection.Client client = rig.client(ear)) {
            var _ = client.station().check(new AskChecks(List.of()));
            assertThat(ear.next()).isInstanceOf(Progress.class);
        }
        assertThat(rig.examining.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_wanted_records_come_with_what_is_published_even_where_that_could_not_be_told()
            throws Exception {
        WantedRecord mx = Wanted.mx("example.org", "mail.example.org");
        WantedRecord report = Wanted.tlsReport("example.org");
        rig.examining.records =
                new ComparedRecords(
                        List.of(
                                Matching.compare(mx, List.of("5 old.example.org.")),
                                new Comparison(report, Comparison.State.UNTOLD, List.of())),
                        List.of(Text.of("records.note.no-dkim")));
        try (ControlConnection.Client client = rig.client(ear)) {
            assertThat(get(client.station().records())).isEqualTo(rig.examining.records);
        }
    }

    @Test
    void a_look_at_the_records_that_is_cancelled_is_interrupted() throws Exception {
        rig.examining.endless = true;
        try (ControlConnection.Client client = rig.client(ear)) {
            CompletableFuture<ComparedRecords> look = client.station().records();
            assertThat(rig.examining.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            look.cancel(true);
            assertThat(rig.examining.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_backup_that_is_cancelled_ends_without_an_interrupt() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            CompletableFuture<BackupOutcome> backup = client.station().backup(backup());
            assertThat(ear.next()).isInstanceOf(Progress.class);
            backup.cancel(true);
            assertThat(rig.copies.ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_backup_that_nobody_waits_for_any_more_ends() throws Exception {
        try (ControlConnection.Client client = rig.client(ear)) {
            var _ = client.station().backup(backup());
            assertThat(rig.copies.begun.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(rig.copies.ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static BackupRequest backup() {
        return new BackupRequest(BackupRequest.Wanted.MAKE, "/disk", "", 0, "", null);
    }
}
