package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Ddns;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Secret;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.draft.Arrangement;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.draft.Redirect;
import org.mailstation.desktop.draft.RelayPreset;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Lines;
import org.mailstation.desktop.fake.Routers;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.flow.SetupState.Asking;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.SetupState.InstallDone;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.flow.SetupState.KeyChanged;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.flow.SetupState.Running;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;

/**
 * A picture of every page in both languages and both themes, written to {@code target/screenshots}.
 * No words may be missing.
 */
class GalleryTest {

    /**
     * Both themes and both languages, each seen once; {@code -Dgallery=all} draws the other two
     * pairs as well.
     */
    static Stream<Arguments> looks() {
        Stream<Arguments> usual =
                Stream.of(arguments("en", ColorScheme.LIGHT), arguments("de", ColorScheme.DARK));
        Stream<Arguments> others =
                Stream.of(arguments("en", ColorScheme.DARK), arguments("de", ColorScheme.LIGHT));
        return "all".equals(System.getProperty("gallery")) ? Stream.concat(usual, others) : usual;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("looks")
    void every_page_can_be_drawn(String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            arrive(ui, suffix);
            install(ui, suffix);
            fillIn(ui, suffix);
            watch(ui, suffix);
        }
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.nas.pinned = FakeNas.OTHER_KEY;
            Ui.fx(() -> ui.flow.locate("diskstation"));
            shoot(ui, KeyChanged.class, "03-key-changed" + suffix);
        }
    }

    private static <S extends SetupState> void shoot(Ui ui, Class<S> page, String name) {
        ui.at(page);
        ui.shoot(name);
        assertThat(ui.text()).doesNotContain("null", "{0}");
    }

    private static void arrive(Ui ui, String suffix) {
        shoot(ui, Locating.class, "01-find" + suffix);
        ui.discovery.newest().tell(HandDiscovery.DISK_STATION, HandDiscovery.RASPBERRY);
        Ui.until(() -> !ui.all(".found-row").isEmpty());
        shoot(ui, Locating.class, "01-find-found" + suffix);
        Ui.fx(((Button) ui.node("search-again"))::fire);
        ui.discovery.newest().end(new ChannelAnswer.Silent());
        Ui.until(() -> !ui.node("search-again").isDisabled());
        shoot(ui, Locating.class, "01-find-nobody" + suffix);
        ui.nas.reachable = false;
        Ui.fx(() -> ui.flow.locate("diskstation"));
        Ui.until(() -> ui.flow.state().activity() instanceof Activity.Failed);
        shoot(ui, Locating.class, "01-find-no-answer" + suffix);
        ui.nas.reachable = true;
        Ui.fx(() -> ui.flow.locate("diskstation"));
        shoot(ui, ConfirmingKey.class, "02-host-key" + suffix);
        Ui.fx(() -> ui.flow.trustKey(true));
        shoot(ui, SigningIn.class, "04-sign-in" + suffix);
        Ui.fx(() -> ui.flow.signIn(SignInForm.EMPTY));
        shoot(ui, SigningIn.class, "04-sign-in-empty" + suffix);
        Ui.fx(() -> ui.flow.signIn(new SignInForm("admin", false, new Secret("wrong"), "")));
        Ui.until(() -> ui.flow.state().activity() instanceof Activity.Failed);
        shoot(ui, SigningIn.class, "04-sign-in-wrong" + suffix);
        Ui.fx(
                () ->
                        ui.flow.signIn(
                                new SignInForm("admin", false, new Secret(ui.nas.password), "")));
        ui.at(Installing.class);
    }

    private static void install(Ui ui, String suffix) {
        ui.shoot("06-install" + suffix);
        ui.nas.sudoPassword = "root-secret";
        Ui.fx(ui.flow::install);
        shoot(ui, Asking.class, "05-question" + suffix);
        Gate gate = new Gate();
        ui.nas.installGate = gate;
        Ui.fx(() -> ui.flow.answer(new Secret("root-secret")));
        gate.awaitArrival();
        Ui.until(
                () ->
                        ui.flow.state().activity() instanceof Activity.Running running
                                && running.percent() > 0);
        ui.shoot("06-install-running" + suffix);
        gate.open();
        shoot(ui, InstallDone.class, "07-installed" + suffix);
        Ui.fx(ui.flow::back);
        shoot(ui, Installing.class, "06-install-up-to-date" + suffix);
        Ui.fx(ui.flow::openForm);
        ui.at(Filling.class);
    }

    private static void fillIn(Ui ui, String suffix) {
        Ui.until(() -> ((Filling) ui.flow.state()).line().measured());
        shoot(ui, Filling.class, "08-line" + suffix);
        closedLine(ui, suffix);
        Ui.fx(ui.flow::next);
        shoot(ui, Filling.class, "08-name" + suffix);
        Ui.fx(ui.flow::next);
        shoot(ui, Filling.class, "08-name-empty" + suffix);
        type(ui, "domain", "mueller-family.example");
        names(ui, suffix);
        Ui.fx(ui.flow::next);
        people(ui, suffix);
        Ui.fx(ui.flow::next);
        safety(ui, suffix);
        Ui.fx(ui.flow::review);
        shoot(ui, Reviewing.class, "09-review" + suffix);
        apply(ui, suffix);
        records(ui, suffix);
    }

    private static void closedLine(Ui ui, String suffix) {
        List<Finding> open = ui.nas.station.line;
        ui.nas.station.line = Lines.closed();
        Ui.fx(ui.flow::measure);
        shoot(ui, Filling.class, "08-line-closed" + suffix);
        ui.nas.station.line = open;
        Ui.fx(ui.flow::measure);
        ui.at(Filling.class);
    }

    private static void names(Ui ui, String suffix) {
        NameDraft ddns =
                NameDraft.EMPTY
                        .withProvider("noip")
                        .withHost("mueller.ddns.net")
                        .withUser("joerg@example.org")
                        .withSecret("geheim");
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "ddns.host",
                                draft ->
                                        draft.withName(
                                                name -> name.withOwn(false).withDdns(ddns))));
        ui.unfold("name-help");
        shoot(ui, Filling.class, "08-name-borrowed" + suffix);
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "ddns.host",
                                draft ->
                                        draft.withName(
                                                name ->
                                                        name.withOwn(true)
                                                                .withDdns(NameDraft.EMPTY))));
    }

    private static void people(Ui ui, String suffix) {
        shoot(ui, Filling.class, "08-people" + suffix);
        type(ui, "person-0", "Jörg Müller");
        type(ui, "mailbox-password-0", "mueller1");
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "alias",
                                draft ->
                                        draft.withPeople(
                                                all ->
                                                        all.plus(
                                                                        Person.EMPTY.withName(
                                                                                "Bea Müller"))
                                                                .plus(
                                                                        new Redirect(
                                                                                "info",
                                                                                "joerg, bea")))));
        shoot(ui, Filling.class, "08-people-weak" + suffix);
        type(ui, "mailbox-password-0", Ui.PASSWORD);
        Ui.fx(((Button) ui.node("generate-1"))::fire);
        shoot(ui, Filling.class, "08-people-good" + suffix);
    }

    private static void safety(Ui ui, String suffix) {
        shoot(ui, Filling.class, "08-safety" + suffix);
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "relay.host",
                                draft ->
                                        draft.withWay(Arrangement.RELAY_OUT)
                                                .withSafety(
                                                        it ->
                                                                it.withRelay(
                                                                        relay ->
                                                                                relay.preset(
                                                                                                RelayPreset
                                                                                                        .ALL
                                                                                                        .getFirst())
                                                                                        .withUser(
                                                                                                "joerg")
                                                                                        .withSecret(
                                                                                                "geheim")))));
        shoot(ui, Filling.class, "08-safety-relay" + suffix);
    }

    private static void records(Ui ui, String suffix) {
        ui.nas.station.forwards = Routers.half();
        Ui.fx(ui.flow::next);
        Ui.until(() -> ui.scene.lookup("#port-25") != null);
        shoot(ui, Afterwards.class, "16-ports" + suffix);
        ui.nas.station.forwards = Routers.all();
        Ui.fx(ui.care.forwarding()::again);
        Ui.until(() -> ui.care.forwarding().view().complete());
        shoot(ui, Afterwards.class, "16-ports-well" + suffix);
        ui.nas.station.records = Lines.records(ui.nas.station.running().orElseThrow());
        Ui.fx(ui.flow::next);
        Ui.until(() -> ui.scene.lookup("#record-0") != null);
        shoot(ui, Afterwards.class, "17-records" + suffix);
        proof(ui, suffix);
    }

    private static void proof(Ui ui, String suffix) {
        Ui.fx(ui.flow::next);
        Ui.until(() -> !ui.node("proof-run").isDisabled());
        shoot(ui, Afterwards.class, "18-proof" + suffix);
        ui.nas.station.letterAnswers = _ -> Lines.letterArrived();
        Ui.fx(((Button) ui.node("proof-run"))::fire);
        Ui.until(() -> ui.care.proof().view().found().size() == 4);
        Ui.until(() -> !ui.care.proof().view().activity().running());
        shoot(ui, Afterwards.class, "18-proof-done" + suffix);
        Ui.fx(ui.flow::next);
        Ui.until(() -> ui.scene.lookup("#program-in-server") != null);
        shoot(ui, Afterwards.class, "19-programs" + suffix);
    }

    private static void apply(Ui ui, String suffix) {
        ui.nas.station.nextApply =
                new ApplyOutcome.RolledBack(
                        0, List.of(FakeStation.fail("SMTP", 25), FakeStation.pass("IMAPS", 993)));
        Ui.fx(ui.flow::apply);
        shoot(ui, NotApplied.class, "10-not-applied" + suffix);
        Ui.fx(ui.flow::reconsider);
        ui.at(Reviewing.class);
        Gate gate = new Gate();
        ui.nas.station.applyGate = gate;
        Ui.fx(ui.flow::apply);
        gate.awaitArrival();
        ui.shoot("09-review-applying" + suffix);
        gate.open();
        shoot(ui, Running.class, "11-running" + suffix);
    }

    private static void type(Ui ui, String id, String text) {
        Ui.fx(() -> ((TextField) ui.scene.lookup("#" + id)).setText(text));
    }

    private static void watch(Ui ui, String suffix) {
        Ui.fx(ui.flow::home);
        Ui.until(() -> ui.text().contains("mail.mueller-family.example"));
        shoot(ui, Home.class, "12-status-fine" + suffix);
        Gate gate = new Gate();
        ui.checks.gate = gate;
        ui.checks.findings = Found.healthy();
        Ui.fx(ui.care.checkup()::look);
        gate.awaitArrival();
        Ui.until(() -> ui.text().contains("40"));
        ui.shoot("12-status-checking" + suffix);
        ui.checks.gate = null;
        gate.open();
        Ui.until(() -> ui.scene.lookup("#passed") != null);
        shoot(ui, Home.class, "12-status-checked" + suffix);
        ui.checks.findings =
                Found.healthyBut(
                        Found.down("smtp", 25), Found.closed(), Found.unknown("outbound", Hop.ISP));
        Ui.fx(ui.care.checkup()::look);
        Ui.until(() -> ui.scene.lookup("#cause-0") != null);
        shoot(ui, Home.class, "12-status-culprit" + suffix);
        ui.resize(860, 560);
        shoot(ui, Home.class, "12-status-culprit-small" + suffix);
        ui.resize(960, 680);
        Ui.fx(((Button) ui.node("spot-daemon"))::fire);
        shoot(ui, Home.class, "12-status-place" + suffix);
        Ui.fx(((Button) ui.node("focus-back"))::fire);
        fix(ui, suffix);
        ui.checks.when = HandLook.WHEN.minusSeconds(60);
        ui.checks.findings = List.of(Found.pass("dns.mx", Hop.DNS));
        Ui.fx(ui.care.checkup()::look);
        Ui.until(() -> ui.scene.lookup("#cause-0") == null);
        ui.nas.station.queue = 3;
        ui.nas.station.findings =
                List.of(FakeStation.fail("SMTP", 25), FakeStation.pass("IMAPS", 993));
        ui.watch.checkNow();
        Ui.until(() -> !ui.all(".finding.open").isEmpty());
        shoot(ui, Home.class, "12-status-broken" + suffix);
        ui.nas.station.dead = new StationFailure.NoAnswer("diskstation", 20);
        ui.watch.checkNow();
        Ui.until(() -> !ui.all(".notice.warning").isEmpty());
        shoot(ui, Home.class, "13-status-silent" + suffix);
        ui.nas.station.dead = null;
        name(ui, suffix);
    }

    private static void fix(Ui ui, String suffix) {
        ui.checks.findings = Found.healthyBut(Found.withdrawn("smtp", 25));
        Ui.fx(ui.care.checkup()::look);
        Ui.until(() -> ui.scene.lookup("#cause-0-fix") != null);
        Ui.until(() -> !ui.scene.lookup("#cause-0-fix").isDisabled());
        Ui.fx(((Button) ui.node("cause-0-fix"))::fire);
        shoot(ui, Home.class, "12-status-fix" + suffix);
        ui.checks.findings = Found.healthy();
        Ui.fx(((Button) ui.node("fix-go"))::fire);
        Ui.until(() -> ui.scene.lookup("#fix-outcome") != null);
        shoot(ui, Home.class, "12-status-mended" + suffix);
        Ui.fx(((Button) ui.node("fix-leave"))::fire);
    }

    private static void name(Ui ui, String suffix) {
        ui.nas.station.setConfig(
                ui.config.withDdns(new Ddns("noip", "mueller.ddns.net", "joerg@example.org", "")));
        ui.nas.station.ddnsTried = new DdnsTried.Works("198.51.100.7", HandLook.WHEN);
        ui.tab("name");
        Ui.until(() -> ui.care.naming().view().draft().provider().equals("noip"));
        shoot(ui, Home.class, "14-name" + suffix);
        Ui.fx(ui.care.naming()::test);
        Ui.until(() -> ui.scene.lookup("#ddns-answer") != null);
        shoot(ui, Home.class, "14-name-works" + suffix);
        ui.tab("details");
        shoot(ui, Home.class, "15-details" + suffix);
    }
}
