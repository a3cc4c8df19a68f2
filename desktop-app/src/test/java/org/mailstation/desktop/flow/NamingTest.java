package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Ddns;
import org.mailstation.config.Problem;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.text.Text;

class NamingTest {
    private static final Ddns DUCK = new Ddns("duckdns", "alex.duckdns.org", "", "");

    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final Naming naming;

    NamingTest() {
        traveller.toHome();
        naming =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .naming();
    }

    private Naming.View rest() {
        traveller.background.until(() -> !naming.view().activity().running());
        return naming.view();
    }

    private Ddns running() {
        return station.running().orElseThrow().ddns();
    }

    private void runs(Ddns ddns) {
        station.setConfig(station.running().orElseThrow().withDdns(ddns));
    }

    @Test
    void the_form_shows_what_the_station_runs() {
        runs(DUCK);
        naming.open();
        assertThat(rest().draft()).isEqualTo(NameDraft.of(DUCK));
    }

    @Test
    void one_click_brings_settings_and_secret_and_tries_the_login() {
        station.ddnsTried = new DdnsTried.Works("198.51.100.7", Instant.EPOCH);
        naming.edit(
                draft ->
                        draft.withProvider("noip")
                                .withHost(" MyHome.ddns.net ")
                                .withUser("alex@example.org")
                                .withSecret("tiger"));
        naming.test();
        Naming.View view = rest();
        assertThat(view.tried()).isEqualTo(station.ddnsTried);
        assertThat(view.draft().hasSecret()).isFalse();
        assertThat(running())
                .isEqualTo(new Ddns("noip", "myhome.ddns.net", "alex@example.org", ""));
        assertThat(station.confirmed).isEqualTo(station.revision());
    }

    @Test
    void no_provider_ever_sees_the_secret_of_another_one() {
        runs(DUCK);
        naming.edit(
                draft ->
                        draft.withProvider("noip")
                                .withHost("myhome.ddns.net")
                                .withUser("alex@example.org")
                                .withSecret("tiger"));
        naming.test();
        rest();
        assertThat(station.secrets).containsExactly("ddns=tiger at ");
        assertThat(running().provider()).isEqualTo("noip");
    }

    @Test
    void a_name_that_others_know_is_asked_about_before_another_takes_its_place() {
        assertThat(naming.replaces()).isNull();
        runs(DUCK);
        naming.open();
        rest();
        assertThat(naming.replaces()).as("only the login is tried").isNull();
        naming.edit(draft -> draft.withHost("other.duckdns.org"));
        assertThat(naming.replaces())
                .extracting(Wish::question)
                .isEqualTo(Text.of("flow.name.replace.ask", DUCK.host()));
    }

    @Test
    void another_provider_needs_its_own_secret() {
        runs(DUCK);
        int before = station.revision();
        naming.edit(
                draft ->
                        draft.withProvider("noip")
                                .withHost("myhome.ddns.net")
                                .withUser("alex@example.org"));
        naming.test();
        assertThat(rest().problems()).extracting(Problem::field).containsExactly(NameDraft.SECRET);
        assertThat(station.revision()).isEqualTo(before);
    }

    @Test
    void the_login_that_is_there_is_tried_without_changing_anything() {
        runs(DUCK);
        int before = station.revision();
        naming.open();
        rest();
        naming.test();
        assertThat(rest().tried()).isInstanceOf(DdnsTried.Works.class);
        assertThat(station.revision()).isEqualTo(before);
        assertThat(station.secrets).isEmpty();
    }

    @Test
    void every_wrong_field_is_named_before_anything_is_sent() {
        naming.edit(draft -> draft.withProvider("custom").withHost("?").withSecret("tiger"));
        naming.test();
        assertThat(rest().problems())
                .extracting(Problem::field)
                .contains("ddns.host", "ddns.server");
        assertThat(station.secrets).isEmpty();
    }

    @Test
    void settings_that_do_not_come_up_are_said_and_what_was_typed_stays() {
        station.nextApply = new ApplyOutcome.RolledBack(1, List.of());
        naming.edit(
                draft ->
                        draft.withProvider("duckdns")
                                .withHost("alex.duckdns.org")
                                .withSecret("tiger"));
        naming.test();
        Naming.View view = rest();
        assertThat(view.activity())
                .isInstanceOfSatisfying(
                        Activity.Failed.class,
                        failed ->
                                assertThat(failed.failure().text().key())
                                        .isEqualTo("flow.apply.rolled-back"));
        assertThat(view.draft().host()).isEqualTo("alex.duckdns.org");
    }

    @Test
    void what_is_being_typed_is_not_overwritten_by_what_is_fetched() {
        runs(DUCK);
        naming.edit(draft -> draft.withProvider("noip"));
        naming.open();
        assertThat(rest().draft().provider()).isEqualTo("noip");
    }
}
