package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mailstation.check.DaemonAlive;
import org.mailstation.check.Selection;
import org.mailstation.check.Starter;
import org.mailstation.check.TakenPort;
import org.mailstation.check.TakenPort.Holder;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.WaitingLetter;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.remote.NasDeed;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * Fixes at a station that becomes as it is left: what a look finds depends on what was done, so
 * that nothing is called mended that was not.
 */
class MendingTest {
    private static final Finding EDITED =
            Found.seen("configuration", Hop.DAEMON, Vantage.NAS, "station.toml", "edited by hand")
                    .warn(Severity.WARNING, Text.of("configuration.edited", 1), null);
    private static final Finding OLD =
            Found.seen("queue", Hop.DAEMON, Vantage.NAS, "letters", "1 waits")
                    .warn(Severity.WARNING, Text.of("queue.old", 1, 5), null);
    private static final Finding EXPIRED =
            Found.fail(
                    "certificate",
                    Hop.CERTIFICATE,
                    Severity.ERROR,
                    Text.of("certificate.expired", "2026-05-01"),
                    null);
    private static final Finding OPEN_RELAY = Found.openRelay();

    private static final Finding BROKEN_LOGIN =
            Found.fail(
                    "relay.login",
                    Hop.DAEMON,
                    Severity.ERROR,
                    Text.of("listener.down", "SUBMISSION", 587),
                    null);

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final List<Selection> asked = new ArrayList<>();
    private Supplier<List<Finding>> home = List::of;
    private final Checkup checkup;
    private final Repair repair;

    MendingTest() {
        traveller.toHome();
        Care care =
                Care.of(
                        traveller.background,
                        traveller.flow.session(),
                        FakeMeans.of(
                                (_, wanted, _, _) -> {
                                    asked.add(wanted);
                                    List<Finding> found =
                                            home.get().stream()
                                                    .filter(one -> wanted.wants(one.check()))
                                                    .toList();
                                    return CheckReport.of(
                                            HandLook.WHEN,
                                            HandLook.WHEN,
                                            List.of(new View(Vantage.NAS, found)));
                                }));
        checkup = care.checkup();
        repair = care.repair();
    }

    private Mended mend(Finding finding) {
        checkup.look();
        traveller.background.until(() -> !checkup.view().activity().running());
        repair.prepare(finding, Fix.of(finding, home.get()).orElseThrow());
        traveller.background.until(() -> !repair.view().activity().running());
        Repair.Job job = Objects.requireNonNull(repair.view().job());
        assertThat(Objects.requireNonNull(job.plan()).will()).isNotEmpty();
        repair.carryOut();
        traveller.background.until(() -> !repair.view().activity().running());
        return Objects.requireNonNull(repair.view().mended());
    }

    private Port.Open submission() {
        return station.running().orElseThrow().ports().of(Service.SUBMISSION).open();
    }

    @Test
    void a_closed_entrance_is_opened_by_applying_what_runs_once_more() {
        int before = station.revision();
        home =
                () ->
                        List.of(
                                station.revision() == before
                                        ? Found.down("smtp", 25)
                                        : Found.pass("listener.smtp", Hop.DAEMON));
        String toml = station.running().orElseThrow().toString();
        assertThat(mend(Found.down("smtp", 25)).result()).isEqualTo(Mended.Result.CURED);
        assertThat(station.running().orElseThrow()).hasToString(toml);
        assertThat(station.confirmed).isEqualTo(station.revision());
    }

    @Test
    void a_port_is_freed_of_another_mail_service_of_ours_and_opened() {
        int before = station.revision();
        Finding taken = taken(new Holder.Ours(812, "/volume1/old"));
        home =
                () ->
                        List.of(
                                station.revision() == before
                                        ? taken
                                        : Found.pass("listener.smtp", Hop.DAEMON));
        assertThat(mend(taken).result()).isEqualTo(Mended.Result.CURED);
        assertThat(traveller.nas.deeds).containsExactly(new NasDeed.EndOther(812, 25));
    }

    @Test
    void a_package_of_the_disk_station_is_stopped_and_the_person_told_before() {
        Finding taken = taken(new Holder.Package("MailServer"));
        home = () -> List.of(taken);
        assertThat(mend(taken).result()).isEqualTo(Mended.Result.NO_BETTER);
        assertThat(traveller.nas.deeds)
                .containsExactly(new NasDeed.StopPackage(new Holder.Package("MailServer")));
        Mending.Plan plan =
                Objects.requireNonNull(Objects.requireNonNull(repair.view().job()).plan());
        assertThat(plan.will().getFirst().args()).containsExactly("Synology Mail Server");
    }

    @Test
    void a_stranger_s_program_is_named_and_never_stopped() {
        for (Holder holder :
                List.of(
                        new Holder.Program("master", 812, "sudo systemctl disable --now postfix"),
                        new Holder.Program("synopkg stop MailServer", 9, "synopkg stop Other"),
                        new Holder.User("root"))) {
            Finding taken = taken(holder);
            assertThat(Fix.of(taken, List.of(taken))).isEmpty();
        }
    }

    @Test
    void a_mail_service_that_does_not_run_is_started() {
        Finding stopped =
                DaemonAlive.stopped(
                        new Evidence(Vantage.PC, "sign in", "no answer", HandLook.WHEN),
                        Starter.SYSTEMD);
        home =
                () ->
                        List.of(
                                traveller.nas.deeds.isEmpty()
                                        ? stopped
                                        : Found.pass("listener.smtp", Hop.DAEMON));
        assertThat(mend(stopped).result()).isEqualTo(Mended.Result.CURED);
        assertThat(traveller.nas.deeds).containsExactly(new NasDeed.StartService());
        assertThat(asked.getLast()).isEqualTo(Selection.EVERYTHING);
    }

    private static Finding taken(Holder holder) {
        return new TakenPort("SMTP", 25)
                .finding(
                        Observation.onNas(
                                "listener.smtp", Hop.DAEMON, "port 25", "in use", HandLook.WHEN),
                        holder);
    }

    @Test
    void settings_that_drifted_are_pushed_again() {
        int before = station.revision();
        home =
                () ->
                        List.of(
                                station.revision() == before
                                        ? EDITED
                                        : Found.pass("configuration", Hop.DAEMON));
        assertThat(mend(EDITED).result()).isEqualTo(Mended.Result.CURED);
        assertThat(asked.getLast().wants("configuration")).isTrue();
    }

    @Test
    void letters_are_tried_and_waited_for_before_anybody_looks() {
        station.desk.waiting.add(letter(0));
        List<Integer> looks = new ArrayList<>();
        station.desk.afterTry =
                () -> {
                    looks.add(1);
                    if (looks.size() == 3) {
                        station.desk.waiting.clear();
                    }
                };
        home =
                () ->
                        List.of(
                                station.desk.waiting.isEmpty()
                                        ? Found.pass("queue", Hop.DAEMON)
                                        : OLD);
        assertThat(mend(OLD).result()).isEqualTo(Mended.Result.CURED);
        assertThat(station.desk.tried).containsExactly("");
    }

    @Test
    void a_letter_that_is_refused_once_more_is_not_waited_for_and_not_called_well() {
        station.desk.waiting.add(letter(3));
        station.desk.afterTry = () -> station.desk.waiting.set(0, letter(4));
        home = () -> List.of(OLD);
        assertThat(mend(OLD).result()).isEqualTo(Mended.Result.NO_BETTER);
    }

    private static WaitingLetter letter(int tries) {
        return new WaitingLetter(
                "7",
                "",
                "anna@example.org",
                List.of("bob@friends.example"),
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                tries,
                "",
                "");
    }

    @Test
    void a_certificate_is_fetched_and_waited_for() {
        station.desk.fetching = fetching(false);
        home =
                () ->
                        List.of(
                                station.desk.fetched.contains(CertificateRequest.Wanted.RENEW)
                                        ? Found.pass("certificate", Hop.CERTIFICATE)
                                        : EXPIRED,
                                Found.pass("certificate.fetching", Hop.CERTIFICATE));
        assertThat(mend(EXPIRED).result()).isEqualTo(Mended.Result.CURED);
        assertThat(station.desk.fetched).containsExactly(CertificateRequest.Wanted.RENEW);
    }

    @Test
    void an_authority_that_takes_longer_than_an_answer_may_is_asked_how_far_it_is() {
        station.desk.fetching = fetching(true);
        station.desk.slowRenewal = new StationFailure.NoAnswer("nas", 60);
        home =
                () -> {
                    station.desk.fetching = fetching(false);
                    return List.of(EXPIRED, Found.pass("certificate.fetching", Hop.CERTIFICATE));
                };
        assertThat(mend(EXPIRED).result()).isEqualTo(Mended.Result.NO_BETTER);
        assertThat(station.desk.fetched)
                .startsWith(CertificateRequest.Wanted.RENEW, CertificateRequest.Wanted.TELL);
    }

    private static CertificateFetching fetching(boolean working) {
        return new CertificateFetching(true, working, null, null, null, null, "", null);
    }

    @Test
    void without_an_authority_a_certificate_is_nobody_s_to_fetch() {
        assertThat(Fix.of(EXPIRED, List.of(EXPIRED))).isEmpty();
    }

    @Test
    void what_makes_something_else_worse_is_taken_back() {
        home =
                () ->
                        submission() == Port.Open.OFF
                                ? List.of(Found.pass("open-relay", Hop.DAEMON), BROKEN_LOGIN)
                                : List.of(OPEN_RELAY, Found.pass("relay.login", Hop.DAEMON));
        Mended proof = mend(OPEN_RELAY);
        assertThat(submission()).isEqualTo(Port.Open.LAN);
        assertThat(proof.result()).isEqualTo(Mended.Result.TAKEN_BACK);
        assertThat(proof.why()).isNull();
        assertThat(Objects.requireNonNull(proof.worse()).check()).isEqualTo("relay.login");
        assertThat(proof.found().findings()).contains(OPEN_RELAY);
        assertThat(Objects.requireNonNull(checkup.view().report()).findings()).contains(OPEN_RELAY);
        assertThat(station.confirmed).isEqualTo(station.revision());
    }

    @Test
    void what_was_broken_already_or_cannot_be_told_is_no_reason_to_take_anything_back() {
        home =
                () ->
                        submission() == Port.Open.OFF
                                ? List.of(
                                        Found.pass("open-relay", Hop.DAEMON),
                                        BROKEN_LOGIN,
                                        Found.unknown("outbound", Hop.ISP))
                                : List.of(
                                        OPEN_RELAY, BROKEN_LOGIN, Found.pass("outbound", Hop.ISP));
        Mended proof = mend(OPEN_RELAY);
        assertThat(proof.worse()).isNull();
        assertThat(proof.result()).isEqualTo(Mended.Result.CURED);
        assertThat(submission()).isEqualTo(Port.Open.OFF);
    }
}
