package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.check.Selection;
import org.mailstation.check.TakenPort.Holder;
import org.mailstation.config.Service;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.desktop.fake.FakeDesk;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.router.Protocol;
import org.mailstation.text.Text;

/**
 * What holds for every fix there is, so that none can be added without it: it says before what it
 * will do and what can be taken back, it is looked at afterwards, and only that look closes a
 * finding.
 */
class EveryFixTest {
    /** One of each kind; a new kind without a line here fails the first test. */
    private static final Map<Class<? extends Fix>, Fix> EACH = new HashMap<>();

    static {
        List<Fix> one =
                List.of(
                        new Fix.ForwardAgain(),
                        new Fix.TellProvider(),
                        new Fix.OpenAgain(),
                        new Fix.PushAgain(),
                        new Fix.Renew(),
                        new Fix.TryLetters(),
                        new Fix.StartService(),
                        new Fix.FreePort(25, new Holder.Ours(812, "/volume1/old")),
                        new Fix.ChangeSetting("ports.submission.open", "off"));
        one.forEach(fix -> EACH.put(fix.getClass(), fix));
    }

    private static final Finding ABOUT = Found.closed();
    private static final Finding OTHER = Found.warn("outbound", Hop.ISP);
    private static final Finding OTHER_FAILS = Found.down("imap", 143);

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final List<Selection> asked = new ArrayList<>();
    private Supplier<List<Finding>> home = List::of;

    EveryFixTest() {
        traveller.toHome();
    }

    static Stream<Fix> each() {
        return EACH.values().stream();
    }

    private Mended mend(Fix fix, Finding... before) throws FailureException {
        Mending mending =
                new Mending(
                        traveller.flow.session(),
                        (wanted, _, _) -> {
                            asked.add(wanted);
                            return CheckReport.of(
                                    HandLook.WHEN,
                                    HandLook.WHEN,
                                    List.of(new View(Vantage.NAS, home.get())));
                        },
                        _ -> {});
        Mending.Plan plan = mending.plan(ABOUT, fix, Cancellation.never(), _ -> {});
        return mending.carryOut(plan, List.of(before), Cancellation.never(), _ -> {});
    }

    @Test
    void each_kind_is_among_those_that_are_tried_here() {
        assertThat(EACH.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Fix.class.getPermittedSubclasses())
                                .<Class<? extends Fix>>map(one -> one.asSubclass(Fix.class))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("each")
    void it_says_in_both_languages_what_it_will_do_and_what_can_be_taken_back(Fix fix) {
        List<Text> said = new ArrayList<>(FixWords.will(fix));
        said.add(FixWords.back(fix));
        assertThat(fix instanceof Fix.ChangeSetting || said.size() > 1).isTrue();
        for (Text one : said) {
            assertThat(one.in(Locale.ENGLISH))
                    .isNotEqualTo(one.in(Locale.GERMAN))
                    .hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @MethodSource("each")
    void that_it_was_done_closes_nothing_as_long_as_the_look_finds_it_still(Fix fix)
            throws FailureException {
        home = () -> List.of(ABOUT);
        Mended mended = mend(fix, ABOUT);
        assertThat(mended.result()).isEqualTo(Mended.Result.NO_BETTER);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().wants(ABOUT.check())).isTrue();
        assertThat(fix.proof()).isNotEmpty().allMatch(asked.getFirst()::wants);
        assertThat(new Selection(Fix.CONTEXT).only())
                .as("what is compared was known before")
                .containsAll(fix.proof().stream().filter(one -> !one.equals("daemon")).toList());
    }

    @ParameterizedTest
    @MethodSource("each")
    void the_look_that_finds_it_well_closes_it(Fix fix) throws FailureException {
        home = () -> List.of(Found.pass(ABOUT.check(), ABOUT.hop()));
        Mended mended = mend(fix, ABOUT);
        assertThat(mended.result()).isEqualTo(Mended.Result.CURED);
        assertThat(mended.pairs().getFirst().before()).isEqualTo(ABOUT);
        assertThat(mended.pairs().getFirst().changed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("each")
    void a_look_that_cannot_tell_closes_nothing(Fix fix) throws FailureException {
        home = () -> List.of(Found.unknown(ABOUT.check(), ABOUT.hop()));
        assertThat(mend(fix, ABOUT).result()).isEqualTo(Mended.Result.UNTOLD);
        home = List::of;
        assertThat(mend(fix, ABOUT).result()).as("nobody looked").isEqualTo(Mended.Result.UNTOLD);
        Finding gone =
                Found.fail(
                        "nas", Hop.NAS, Severity.CRITICAL, Text.of("check.progress", "nas"), null);
        home = () -> List.of(gone);
        assertThat(mend(fix, ABOUT).result()).as("no NAS").isEqualTo(Mended.Result.UNTOLD);
    }

    @ParameterizedTest
    @MethodSource("each")
    void what_became_worse_is_taken_back_or_it_is_said_why_not(Fix fix) throws FailureException {
        leavingSomethingToTakeBack();
        int before = station.revision();
        home = () -> List.of(Found.pass(ABOUT.check(), ABOUT.hop()), OTHER_FAILS);
        Mended mended = mend(fix, ABOUT, OTHER, Found.pass(OTHER_FAILS.check(), OTHER_FAILS.hop()));
        assertThat(mended.worse()).isEqualTo(OTHER_FAILS);
        if (fix.canBeTakenBack()) {
            assertThat(mended.result()).isEqualTo(Mended.Result.TAKEN_BACK);
            assertThat(asked).as("and looked at once more").hasSize(2);
            assertThat(mended.why())
                    .as("which finds it still")
                    .isEqualTo(Text.of("fix.still-worse"));
            switch (fix) {
                case Fix.ForwardAgain _ ->
                        assertThat(station.desk.givenBack).containsExactly(Service.SMTP);
                case Fix.TellProvider _ ->
                        assertThat(station.desk.toldAgain).containsExactly("198.51.100.7");
                default -> assertThat(station.revision()).isEqualTo(before + 2);
            }
        } else {
            assertThat(mended.result()).isEqualTo(Mended.Result.STAYS_WORSE);
            assertThat(mended.why()).isEqualTo(FixWords.back(fix));
        }
    }

    /** The router leads one port more when it is asked again, and the line has a new address. */
    private void leavingSomethingToTakeBack() {
        station.forwardsAnswers =
                wanted ->
                        forwards(
                                wanted == Wanted.TELL
                                        ? new ForwardState.Asking()
                                        : new ForwardState.Stands(Protocol.IGD, null));
        station.ddnsAnswers = now -> FakeDesk.published(now ? "198.51.100.8" : "198.51.100.7");
    }

    private static Forwards forwards(ForwardState smtp) {
        return new Forwards(
                Instant.EPOCH,
                null,
                List.of(
                        new Forward(Service.SMTP, 25, 25, smtp),
                        new Forward(
                                Service.IMAPS,
                                993,
                                993,
                                new ForwardState.Stands(Protocol.IGD, null))),
                List.of());
    }

    @Test
    void where_nothing_was_changed_nothing_is_said_to_be_taken_back() throws FailureException {
        home = () -> List.of(Found.pass(ABOUT.check(), ABOUT.hop()), OTHER_FAILS);
        Mended mended =
                mend(
                        new Fix.ForwardAgain(),
                        ABOUT,
                        Found.pass(OTHER_FAILS.check(), OTHER_FAILS.hop()));
        assertThat(mended.result()).isEqualTo(Mended.Result.STAYS_WORSE);
        assertThat(mended.why()).isEqualTo(Text.of("fix.nothing-back"));
    }

    @Test
    void what_only_a_setting_brought_into_use_and_fails_is_worse() throws FailureException {
        home = () -> List.of(OTHER_FAILS);
        Fix setting = new Fix.ChangeSetting("ports.submission.open", "off");
        assertThat(mend(setting, ABOUT).result()).isEqualTo(Mended.Result.TAKEN_BACK);
        assertThat(mend(new Fix.StartService(), ABOUT).worse()).isNull();
        Finding nobody =
                Found.fail(
                        "daemon",
                        Hop.DAEMON,
                        Severity.CRITICAL,
                        Text.of("check.progress", "daemon"),
                        null);
        assertThat(mend(setting, nobody).worse()).as("nobody could look before").isNull();
    }

    @Test
    void a_taking_back_that_fails_is_no_taking_back() throws FailureException {
        leavingSomethingToTakeBack();
        station.desk.deafProvider = true;
        home = () -> List.of(OTHER_FAILS);
        Mended mended =
                mend(
                        new Fix.TellProvider(),
                        ABOUT,
                        Found.pass(OTHER_FAILS.check(), OTHER_FAILS.hop()));
        assertThat(mended.result()).isEqualTo(Mended.Result.STAYS_WORSE);
        assertThat(mended.why()).isEqualTo(Text.of("fix.ddns.not-back", "198.51.100.7"));
    }
}
