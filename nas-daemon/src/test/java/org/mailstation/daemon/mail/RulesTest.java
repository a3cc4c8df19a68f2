package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.FilterRequest.Wanted;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Vacation;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.daemon.filters.FilterDesk;
import org.mailstation.daemon.filters.VacationDesk;

/** Letters go where their owners want them. */
class RulesTest {
    private static final String ANNA = "anna@home.test";
    private static final String BEN = "ben@home.test";
    private static final Configs CONFIGS = Configs.station("home.test", "anna", "ben");

    @TempDir private Path data;
    private TestStation station;

    @BeforeEach
    void open() throws Exception {
        station = TestStation.running(data, CONFIGS);
    }

    @AfterEach
    void close() throws Exception {
        station.close();
    }

    private FilterAnswer ask(Wanted wanted, String name, String text) throws IOException {
        FilterDesk desk = new FilterDesk(station.server().rules().filters(), () -> Locale.ENGLISH);
        return desk.answer(new FilterRequest(ANNA, wanted, name, text));
    }

    private void rule(String script) throws IOException {
        assertThat(ask(Wanted.PUT, "main", script)).isInstanceOf(FilterAnswer.Scripts.class);
        assertThat(ask(Wanted.ACTIVATE, "main", "")).isInstanceOf(FilterAnswer.Scripts.class);
    }

    private VacationAnswer vacation(VacationRequest.Wanted wanted, @Nullable Vacation vacation)
            throws IOException {
        return new VacationDesk(station.server().rules().vacations())
                .answer(new VacationRequest(ANNA, wanted, vacation));
    }

    private String fromBen(String subject, String... to) throws IOException {
        try (LineClient ben = station.submission(BEN)) {
            return TestStation.send(
                    ben,
                    BEN,
                    List.of(to),
                    "From: Ben <"
                            + BEN
                            + ">\r\nTo: "
                            + ANNA
                            + "\r\nSubject: "
                            + subject
                            + "\r\nMessage-ID: <"
                            + subject.replace(' ', '.')
                            + "@test>\r\n\r\nHello\r\n");
        }
    }

    /** Subjects and flags of all letters of a folder. */
    private String folder(String user, String name) throws IOException {
        try (LineClient imap = station.imap(user)) {
            List<String> selected = imap.imap("SELECT \"" + name + "\"");
            if (!selected.getLast().contains(" OK")) {
                return "no such folder";
            }
            return String.join(
                    "\n", imap.imap("FETCH 1:* (FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT FROM)])"));
        }
    }

    private String traced(String subject) {
        return String.valueOf(
                station.server()
                        .trace(new TraceRequest("", "", subject, "", 10))
                        .letters()
                        .getFirst()
                        .steps());
    }

    @Test
    void a_rule_puts_a_letter_into_a_folder_of_its_own_with_flags_and_the_trace_says_so()
            throws IOException {
        rule(
                "require [\"fileinto\",\"imap4flags\"];\nif header :contains \"subject\" \"invoice\""
                        + " {\n  fileinto :flags [\"\\\\Flagged\",\"money\"] \"Bills.2026\";\n}");

        assertThat(fromBen("An invoice", ANNA)).startsWith("250");
        assertThat(fromBen("Something else", ANNA)).startsWith("250");

        assertThat(folder(ANNA, "Bills.2026"))
                .contains("An invoice", "\\Flagged", "money")
                .doesNotContain("Something else");
        assertThat(folder(ANNA, "INBOX")).contains("Something else").doesNotContain("An invoice");
        assertThat(traced("An invoice"))
                .contains("kind=RULED", "place=main", "detail=3", "place=Bills.2026");
    }

    @Test
    void a_folder_that_cannot_be_does_not_cost_the_letter() throws IOException {
        rule("require \"fileinto\"; fileinto \"#news.%*\";");

        assertThat(fromBen("Keep me", ANNA)).startsWith("250");

        assertThat(folder(ANNA, "INBOX")).contains("Keep me");
    }

    @Test
    void who_wants_a_letter_refused_has_it_refused_before_it_was_taken() throws IOException {
        rule("require \"reject\"; reject \"Not to me,\r\nplease\";");

        assertThat(fromBen("Unwanted", ANNA)).isEqualTo("550 5.7.1 Not to me, please");
        assertThat(folder(ANNA, "INBOX")).doesNotContain("Unwanted");
        assertThat(traced("Unwanted")).contains("kind=REFUSED");
    }

    @Test
    void a_letter_that_others_have_already_is_not_sent_back() throws IOException {
        rule("require \"reject\"; reject \"no\";");

        assertThat(fromBen("For two", ANNA, BEN)).startsWith("250");

        assertThat(folder(ANNA, "INBOX")).contains("For two");
        assertThat(folder(BEN, "INBOX")).contains("For two");
    }

    @Test
    void what_is_thrown_away_is_remembered_in_the_trace_only() throws IOException {
        rule("discard;");

        assertThat(fromBen("Gone", ANNA)).startsWith("250");

        assertThat(folder(ANNA, "INBOX")).doesNotContain("Gone");
        assertThat(traced("Gone")).contains("kind=DISCARDED");
    }

    @Test
    void a_redirect_goes_on_once_and_not_round_in_a_circle() throws Exception {
        rule("redirect :copy \"ben@home.test\";".replace(":copy ", ""));
        FilterDesk desk = new FilterDesk(station.server().rules().filters(), () -> Locale.ENGLISH);
        desk.answer(new FilterRequest(BEN, Wanted.PUT, "back", "redirect \"" + ANNA + "\";"));
        desk.answer(new FilterRequest(BEN, Wanted.ACTIVATE, "back", ""));

        assertThat(fromBen("Round trip", ANNA)).startsWith("250");

        TestStation.await(() -> holds(ANNA, "Round trip"));
        assertThat(folder(BEN, "INBOX")).doesNotContain("Round trip");
    }

    private boolean holds(String user, String subject) {
        try {
            return folder(user, "INBOX").contains(subject);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_script_that_goes_wrong_loses_nothing_and_its_owner_is_told_once() throws IOException {
        StringBuilder six = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            six.append("redirect \"x").append(i).append("@away.test\";\n");
        }
        rule(six.toString());

        assertThat(fromBen("First", ANNA)).startsWith("250");
        assertThat(fromBen("Second", ANNA)).startsWith("250");

        String inbox = folder(ANNA, "INBOX");
        assertThat(inbox).contains("First", "Second");
        assertThat(inbox.split("MAILER-DAEMON@mail.home.test", -1)).hasSize(2);
    }

    @Test
    void a_script_that_cannot_be_understood_is_not_taken() throws IOException {
        assertThat(ask(Wanted.PUT, "main", "explode;"))
                .isInstanceOfSatisfying(
                        FilterAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reason().args())
                                        .contains("line 1: explode is not known here"));
        assertThat(ask(Wanted.ACTIVATE, "main", ""))
                .isEqualTo(new FilterAnswer.NoSuchScript("main"));
    }

    @Test
    void scripts_are_there_after_a_restart_and_gone_with_their_account() throws Exception {
        rule("discard;");
        station.restart(CONFIGS);
        assertThat(ask(Wanted.LIST, "", ""))
                .isEqualTo(
                        new FilterAnswer.Scripts(
                                List.of(new FilterAnswer.Named("main", true)), ""));

        station.server()
                .forgetPasswordsExcept(Configs.station("home.test", "ben").build().accounts());

        assertThat(ask(Wanted.LIST, "", "")).isEqualTo(new FilterAnswer.Scripts(List.of(), ""));
    }

    @Test
    void somebody_away_answers_each_person_once_also_after_a_restart() throws Exception {
        vacation(VacationRequest.Wanted.ON, new Vacation("Am Meer, mit Grüßen", "", ""));

        assertThat(fromBen("Hello Anna", ANNA)).startsWith("250");
        TestStation.await(() -> holds(BEN, "Auto: Hello Anna"));
        assertThat(fromBen("Hello again", ANNA)).startsWith("250");
        station.restart(CONFIGS);
        assertThat(fromBen("Hello thrice", ANNA)).startsWith("250");

        assertThat(folder(ANNA, "INBOX")).contains("Hello Anna", "Hello again", "Hello thrice");
        TestStation.await(() -> station.server().queue().waiting() == 0);
        assertThat(folder(BEN, "INBOX").split("Auto: ", -1)).hasSize(2);
        assertThat(traced("Hello Anna")).contains("kind=ANSWERED");
        assertThat(traced("Hello again")).doesNotContain("kind=ANSWERED");
    }

    @Test
    void lists_machines_and_those_who_wrote_to_somebody_else_are_not_answered() throws Exception {
        vacation(VacationRequest.Wanted.ON, new Vacation("away", "", ""));
        for (String field :
                List.of(
                        "List-Id: <x.test>\r\nTo: " + ANNA,
                        "Auto-Submitted: auto-replied\r\nTo: " + ANNA,
                        "Precedence: bulk\r\nTo: " + ANNA,
                        "To: everybody@list.test")) {
            try (LineClient ben = station.submission(BEN)) {
                String letter = "From: " + BEN + "\r\nSubject: x\r\n" + field + "\r\n\r\nx\r\n";
                assertThat(TestStation.send(ben, BEN, List.of(ANNA), letter)).startsWith("250");
            }
        }

        assertThat(station.server().queue().waiting()).isZero();
        assertThat(folder(BEN, "INBOX")).doesNotContain("Auto:");
    }

    @Test
    void a_vacation_begins_and_ends_on_its_days() throws IOException {
        assertThat(vacation(VacationRequest.Wanted.ON, new Vacation("x", "2099-01-01", "")))
                .isInstanceOf(VacationAnswer.State.class);
        assertThat(fromBen("Too early", ANNA)).startsWith("250");
        assertThat(traced("Too early")).doesNotContain("ANSWERED");

        assertThat(vacation(VacationRequest.Wanted.ON, new Vacation("x", "soon", "")))
                .isInstanceOf(VacationAnswer.Refused.class);
        assertThat(
                        vacation(
                                VacationRequest.Wanted.ON,
                                new Vacation("x", "2026-02-02", "2026-02-01")))
                .isInstanceOf(VacationAnswer.Refused.class);
        assertThat(vacation(VacationRequest.Wanted.OFF, null))
                .isEqualTo(new VacationAnswer.State(null));
    }

    @Test
    void a_stranger_s_letter_passes_the_rules_too() throws IOException {
        rule(
                "require [\"fileinto\",\"envelope\"]; if envelope :domain \"from\" \"away.test\" {"
                        + " fileinto \"Away\"; }");
        try (LineClient smtp = station.connect(Service.SMTP)) {
            smtp.reply();
            smtp.smtp("EHLO client.example");
            assertThat(
                            TestStation.send(
                                    smtp,
                                    "x@away.test",
                                    List.of(ANNA),
                                    "From: x@away.test\r\nSubject: From far\r\n\r\nx\r\n"))
                    .startsWith("250");
        }

        assertThat(folder(ANNA, "Away")).contains("From far");
    }
}
