package org.mailstation.desktop.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.desktop.fake.Family;
import org.mailstation.records.SpfRecord;
import org.mailstation.text.Text;

class DraftTest {

    private static final Draft FULL = Family.draft("Example.org ", "Alex Muster");
    private static final Set<DraftPage> ALL = Set.of(DraftPage.values());

    private static DraftCheck check(Draft draft) {
        return DraftCheck.of(draft, null, _ -> true, Set.of(), ALL);
    }

    private static List<String> fields(Draft draft) {
        return check(draft).problems().stream().map(Problem::field).toList();
    }

    private static HomeName named(String domain) {
        return HomeName.EMPTY.withDomain(domain);
    }

    @Test
    void the_host_name_follows_the_domain_until_somebody_types_one() {
        assertThat(named("exam").withDomain("example.org").hostName())
                .isEqualTo("mail.example.org");
        assertThat(HomeName.EMPTY.withHostName("nas.example.net").withDomain("e.org").hostName())
                .isEqualTo("nas.example.net");
    }

    @Test
    void a_name_that_follows_the_address_is_what_others_find_the_station_by() {
        NameDraft ddns = NameDraft.EMPTY.withProvider("noip").withHost("us.ddns.net");
        assertThat(named("example.org").withDdns(ddns).hostName()).isEqualTo("us.ddns.net");
    }

    @Test
    void a_borrowed_name_is_domain_and_host_at_once_and_is_known_again() {
        NameDraft ddns = NameDraft.EMPTY.withProvider("noip").withHost("Us.ddns.net");
        HomeName borrowed = HomeName.EMPTY.withOwn(false).withDdns(ddns);
        StationConfig config = FULL.withName(_ -> borrowed).on(null);
        assertThat(config.domains()).containsExactly("us.ddns.net");
        assertThat(config.hostName()).isEqualTo("us.ddns.net");
        assertThat(config.accounts().getFirst().address()).isEqualTo("alex@us.ddns.net");
        assertThat(HomeName.of(config).own()).isFalse();
        assertThat(fields(FULL.withName(_ -> borrowed))).containsExactly("ddns.secret");
    }

    @ParameterizedTest
    @CsvSource({
        "Alex Muster, alex",
        "Jörg Müller, joerg",
        "José, jose",
        "'  Anne-Sophie X', anne-sophie",
        "李, ''"
    })
    void the_mailbox_follows_the_first_name_in_letters_that_every_program_can_type(
            String name, String mailbox) {
        assertThat(Person.EMPTY.withName(name).mailbox()).isEqualTo(mailbox);
        assertThat(Person.EMPTY.withMailbox("info").withName(name).mailbox()).isEqualTo("info");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "5, 5000", "'2,5', 2500", "0.0001, 1", "0, -1", "much, -1", "-3, -1"})
    void room_is_typed_in_gigabytes(String typed, long megabytes) {
        assertThat(Person.EMPTY.withRoom(typed).account("example.org").quotaMegabytes())
                .isEqualTo(megabytes);
    }

    @Test
    void a_new_station_gets_what_suits_a_home() {
        StationConfig config = FULL.on(null);
        assertThat(config.domains()).containsExactly("example.org");
        assertThat(config.accounts())
                .containsExactly(new Account("alex@example.org", "Alex Muster", 0, true));
        assertThat(config.ports().of(Service.SMTP)).isEqualTo(new Port(25, 25, Port.Open.INTERNET));
        assertThat(config.ports().of(Service.POP3).open()).isEqualTo(Port.Open.LAN);
        assertThat(check(FULL).good()).isTrue();
    }

    @Test
    void what_runs_comes_out_as_it_went_in() {
        StationConfig fresh = FULL.on(null);
        StationConfig running =
                fresh.withAccounts(
                                List.of(
                                        new Account("alex@example.org", "Alex", 2345, false)
                                                .refusing(true),
                                        new Account("bea@example.net", "Bea", 500, true)
                                                .forwarding(List.of("x@example.com"), false)
                                                .savingSent(true)))
                        .withAliases(
                                List.of(
                                        new Alias("info@example.org", List.of("alex@example.org")),
                                        new Alias("@example.org", List.of("x@example.com"))));
        assertThat(Draft.of(running).on(running)).isEqualTo(running);
    }

    @Test
    void people_and_addresses_are_typed_without_the_domain() {
        Draft draft =
                FULL.withPeople(
                        all ->
                                all.plus(new Redirect("*", "alex; friend@example.com"))
                                        .plus(new Redirect("info", "ALEX")));
        assertThat(draft.on(null).aliases())
                .containsExactly(
                        new Alias(
                                "@example.org", List.of("alex@example.org", "friend@example.com")),
                        new Alias("info@example.org", List.of("alex@example.org")));
    }

    @Test
    void an_address_is_not_blamed_for_its_domain() {
        assertThat(fields(FULL.withName(name -> name.withDomain("nonsense"))))
                .contains("domains[0]")
                .noneMatch(field -> field.startsWith("account"));
    }

    @Test
    void an_empty_field_is_complained_about_once() {
        List<Problem> problems =
                DraftCheck.of(Draft.EMPTY, null, _ -> false, Set.of(), ALL).problems();
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "domains[0]", "host-name", "account[0].address", "account[0].password");
    }

    @Test
    void a_relay_is_asked_for_only_where_letters_take_that_way() {
        assertThat(fields(FULL.withWay(Arrangement.RELAY_OUT))).containsExactly("relay.host");
        Draft named =
                FULL.withWay(Arrangement.RELAY_OUT)
                        .withSafety(
                                safety ->
                                        safety.withRelay(
                                                relay ->
                                                        relay.preset(RelayPreset.ALL.getFirst())
                                                                .withUser("alex")));
        assertThat(fields(named)).containsExactly("relay.secret");
        assertThat(fields(named.withSafety(it -> it.withRelay(relay -> relay.withPort("x")))))
                .contains("relay.port");
    }

    @ParameterizedTest
    @EnumSource(Arrangement.class)
    void each_arrangement_is_known_again_in_the_configuration(Arrangement way) {
        Draft draft =
                FULL.withWay(way)
                        .withSafety(
                                it -> it.withRelay(relay -> relay.preset(RelayPreset.ALL.get(1))));
        StationConfig config = draft.on(null);
        assertThat(ConfigRules.problems(config)).isEmpty();
        assertThat(Arrangement.of(config)).isEqualTo(way);
    }

    @Test
    void of_every_relay_that_is_offered_the_spf_term_is_known() {
        assertThat(RelayPreset.ALL)
                .allSatisfy(
                        preset ->
                                assertThat(
                                                SpfRecord.knowsRelay(
                                                        new Relay(
                                                                Relay.Use.ALWAYS,
                                                                preset.host(),
                                                                preset.port(),
                                                                preset.security(),
                                                                "")))
                                        .as(preset.name())
                                        .isTrue());
    }

    @Test
    void problems_elsewhere_are_kept_with_their_field() {
        Problem problem = new Problem("storage.folder", 0, Text.of("flow.address.form"));
        DraftCheck check = check(FULL).plus(List.of(problem));
        assertThat(check.elsewhere()).containsExactly(problem);
        assertThat(check.good()).isFalse();
    }

    @Test
    void passwords_show_in_no_text() {
        Draft draft =
                Family.draft("example.org", "Alex", "hunter2hunter2")
                        .withSafety(it -> it.withRelay(relay -> relay.withSecret("hunter2")));
        assertThat(draft.toString()).doesNotContain("hunter2");
    }
}
