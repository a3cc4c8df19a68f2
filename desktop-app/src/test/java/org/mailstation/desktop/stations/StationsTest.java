package org.mailstation.desktop.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Here;
import org.mailstation.desktop.fake.Houses;
import org.mailstation.desktop.fake.MemoryMarks;
import org.mailstation.desktop.fake.MemoryUnfinished;
import org.mailstation.desktop.flow.Care;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.flow.Neighbourhood;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.finding.Health;

/** Somebody who looks after a station at home and one at the parents'. */
class StationsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private final Here here = new Here();
    private final HandTimer timer = new HandTimer();
    private final MemoryUnfinished unfinished = new MemoryUnfinished();
    private final Map<String, FakeNas> houses = new HashMap<>();
    private final FakeNas book = new FakeNas();
    private final List<StationProfile> gone = new ArrayList<>();
    private final List<String> sights = new ArrayList<>();
    private Stations stations = fresh();

    @BeforeEach
    void twoHouses() {
        house("home", "mueller.example");
        house("parents", "meier.example");
    }

    private void house(String host, String domain) {
        FakeNas nas = new FakeNas();
        nas.pinned = FakeNas.KEY;
        nas.installedVersion = FakeNas.VERSION;
        nas.station.setConfig(Family.config(domain, "Alex"));
        nas.station.findings = List.of(FakeStation.pass("SMTP", 25));
        houses.put(host, nas);
    }

    private Stations fresh() {
        Stations made =
                new Stations(
                        here,
                        book,
                        profile -> {
                            gone.add(profile);
                            book.forget(profile.target());
                        },
                        this::room);
        made.listen(_ -> {});
        return made;
    }

    private Room room(ProfileStore profile) {
        SetupFlow flow = new Houses(this::at).flow(here, profile, unfinished, timer);
        StatusWatch watch =
                new StatusWatch(() -> flow.session().station(new Cancellation()), timer, timer);
        Care care =
                Care.of(
                        here,
                        flow.session(),
                        FakeMeans.of(
                                (_, _, _, _) -> {
                                    throw new IllegalStateException("nobody asked");
                                }));
        return new Room(
                flow,
                new Neighbourhood(new HandDiscovery(), here),
                watch,
                care,
                new Outlook(watch, care.checkup(), here),
                new Meanwhile(() -> "", new MemoryMarks()));
    }

    private FakeNas at(String host) {
        FakeNas nas = houses.get(host);
        if (nas == null) {
            throw new AssertionError("nobody lives at " + host);
        }
        return nas;
    }

    private SetupFlow flow() {
        return stations.current().flow();
    }

    private void goHome(String host) {
        if (flow().state() instanceof SetupState.Locating) {
            flow().locate(host);
        }
        flow().signIn(new SignInForm("admin", false, new Secret(at(host).password), ""));
        // a station that runs is shown at once
        assertThat(flow().state()).isInstanceOf(SetupState.Home.class);
        timer.pass(Duration.ZERO);
    }

    private void bothAtHome() {
        stations.start();
        goHome("home");
        stations.add();
        goHome("parents");
    }

    private List<String> titles() {
        return stations.list().entries().stream()
                .map(it -> it.title() + (it.current() ? " *" : "") + " " + it.health())
                .toList();
    }

    @Test
    void before_anything_is_known_there_is_one_room_for_whatever_is_found() {
        stations.start();
        assertThat(titles()).containsExactly(" * null");
        assertThat(flow().state()).isInstanceOf(SetupState.Locating.class);
    }

    @Test
    void a_second_station_is_added_and_both_are_watched_each_by_itself() {
        bothAtHome();
        assertThat(titles())
                .containsExactly("mail.meier.example * FINE", "mail.mueller.example FINE");
        Room parents = stations.current();
        stations.select("home");
        assertThat(stations.current()).isNotSameAs(parents);
        assertThat(flow().state())
                .isInstanceOfSatisfying(
                        SetupState.Home.class, it -> assertThat(it.address()).isEqualTo("home"));
        stations.select("parents");
        assertThat(stations.current()).isSameAs(parents);
    }

    @Test
    void both_are_there_after_a_restart_and_the_way_leads_to_signing_in() throws Exception {
        bothAtHome();
        stations = fresh();
        stations.start();
        assertThat(titles()).containsExactly("home null", "parents * null");
        stations.select("home");
        assertThat(flow().state())
                .isInstanceOfSatisfying(
                        SetupState.SigningIn.class,
                        it -> {
                            assertThat(it.address()).isEqualTo("home");
                            assertThat(it.form().user()).isEqualTo("admin");
                        });
    }

    @Test
    void a_set_up_that_is_left_for_another_station_is_where_it_was_left() {
        FakeNas empty = new FakeNas();
        empty.pinned = FakeNas.KEY;
        empty.installedVersion = FakeNas.VERSION;
        houses.put("parents", empty);
        stations.start();
        goHome("home");
        stations.add();
        flow().locate("parents");
        flow().signIn(new SignInForm("admin", false, new Secret(empty.password), ""));
        if (flow().state() instanceof SetupState.Installing) {
            flow().openForm();
        }
        flow().edit("domains[0]", draft -> draft.withName(it -> it.withDomain("oma.example")));
        Step where = flow().state().step();
        stations.select("home");
        assertThat(unfinished.kept).containsOnlyKeys("parents");
        stations.select("parents");
        assertThat(flow().state().step()).isEqualTo(where);
        assertThat(((SetupState.Filling) flow().state()).draft().name().domain())
                .isEqualTo("oma.example");
    }

    @Test
    void another_address_typed_in_one_stations_pages_opens_pages_of_its_own() {
        stations.start();
        goHome("home");
        Room home = stations.current();
        flow().goTo(Step.FIND);
        flow().locate("parents");
        assertThat(stations.current()).isNotSameAs(home);
        goHome("parents");
        assertThat(home.flow().visited()).isEqualTo("home");
        assertThat(titles()).hasSize(2);
    }

    @Test
    void the_same_station_met_by_two_ways_has_its_pages_once() {
        bothAtHome();
        stations.add();
        goHome("home");
        assertThat(titles())
                .containsExactly("mail.meier.example FINE", "mail.mueller.example * FINE");
    }

    @Test
    void the_worst_one_speaks_with_its_name() {
        bothAtHome();
        Panorama all = stations.panorama();
        assertThat(all.health()).isEqualTo(Health.FINE);
        assertThat(all.sentence(WORDS)).isEqualTo("Mail is running at all 2 stations");
        at("home").station.findings = List.of(FakeStation.fail("SMTP", 25));
        timer.pass(Duration.ofMinutes(1));
        assertThat(all.health()).isEqualTo(Health.BROKEN);
        assertThat(all.sentence(WORDS)).startsWith("mail.mueller.example: Letters from other");
        at("parents").station.dead = new StationFailure.ConnectionLost("parents");
        timer.pass(Duration.ofMinutes(1));
        assertThat(all.sentence(WORDS))
                .startsWith("mail.mueller.example: Letters from other")
                .endsWith("Also look at: mail.meier.example");
    }

    @Test
    void a_single_station_needs_no_name() {
        stations.start();
        goHome("home");
        stations.add();
        assertThat(stations.panorama().sentence(WORDS)).startsWith("Mail is running");
        assertThat(stations.titleOf(stations.current())).isEmpty();
    }

    @Test
    void a_removed_one_is_forgotten_here_and_the_nas_hears_nothing_of_it() {
        bothAtHome();
        stations.onCurrent(room -> sights.add(room.flow().visited()));
        List<String> calls = new ArrayList<>(at("parents").calls);
        calls.add("close");
        stations.remove("parents", fault -> fail(fault));
        assertThat(gone)
                .containsExactly(new StationProfile(new SshTarget("parents", 22, "admin"), ""));
        assertThat(titles()).containsExactly("mail.mueller.example * FINE");
        assertThat(sights).containsExactly("parents", "home");
        assertThat(at("parents").calls).isEqualTo(calls);
        assertThat(book.earlier).isEmpty();
    }

    @Test
    void after_the_last_one_it_begins_anew() {
        stations.start();
        goHome("home");
        stations.remove("home", fault -> fail(fault));
        assertThat(flow().state()).isInstanceOf(SetupState.Locating.class);
        assertThat(titles()).containsExactly(" * null");
    }

    @Test
    void what_cannot_be_removed_is_told_and_stays_in_the_list() {
        stations =
                new Stations(
                        here,
                        book,
                        _ -> {
                            throw new IOException("read only");
                        },
                        this::room);
        stations.start();
        goHome("home");
        List<Exception> faults = new ArrayList<>();
        stations.remove("home", faults::add);
        assertThat(faults).hasSize(1);
        assertThat(titles()).contains("home null");
    }

    @Test
    void pausing_and_looking_go_for_all_of_them() {
        bothAtHome();
        stations.pause();
        assertThat(stations.watching()).isFalse();
        stations.goOn();
        timer.pass(Duration.ZERO);
        stations.select("home");
        assertThat(stations.current().watch().watching()).isTrue();
        stations.select("parents");
        assertThat(stations.current().watch().watching()).isTrue();
    }

    @Test
    void a_pause_lasts_until_somebody_ends_it_whatever_pages_are_opened() {
        List<Boolean> told = new ArrayList<>();
        stations.onPause(told::add);
        stations.start();
        stations.pause();
        goHome("home");
        flow().goTo(Step.PORTS);
        flow().home();
        assertThat(stations.watching()).isFalse();
        assertThat(titles()).containsExactly("home * null");

        stations.goOn();
        timer.pass(Duration.ZERO);
        assertThat(stations.watching()).isTrue();
        assertThat(titles()).containsExactly("mail.mueller.example * FINE");
        assertThat(told).containsExactly(false, true, false);
    }

    private static void fail(Exception fault) {
        throw new AssertionError(fault);
    }
}
