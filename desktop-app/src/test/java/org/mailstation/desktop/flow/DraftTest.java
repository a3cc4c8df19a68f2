package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.text.Text;

class DraftTest {

    private static final Draft FULL =
            Draft.EMPTY.withDomain("Example.org ").withPerson("Alex Muster");

    @Test
    void the_host_name_follows_the_domain_until_somebody_types_one() {
        assertThat(Draft.EMPTY.withDomain("exam").withDomain("example.org").hostName())
                .isEqualTo("mail.example.org");
        assertThat(Draft.EMPTY.withHostName("nas.example.net").withDomain("example.org").hostName())
                .isEqualTo("nas.example.net");
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
            String person, String mailbox) {
        assertThat(Draft.EMPTY.withPerson(person).mailbox()).isEqualTo(mailbox);
        assertThat(Draft.EMPTY.withMailbox("info").withPerson(person).mailbox()).isEqualTo("info");
    }

    @Test
    void a_new_station_gets_what_suits_a_home() {
        StationConfig config = FULL.on(null);
        assertThat(config.domains()).containsExactly("example.org");
        assertThat(config.accounts())
                .containsExactly(new Account("alex@example.org", "Alex Muster", 0, true));
        assertThat(config.ports().of(Service.SMTP)).isEqualTo(new Port(25, 25, Port.Open.INTERNET));
        assertThat(config.ports().of(Service.POP3).open()).isEqualTo(Port.Open.LAN);
        assertThat(DraftCheck.of(FULL, null, true, Set.of()).good()).isTrue();
    }

    @Test
    void what_the_form_does_not_show_stays_as_it_runs() {
        StationConfig fresh = FULL.on(null);
        Account other = new Account("bea@example.org", "Bea", 500, true);
        StationConfig running =
                new StationConfig(
                        fresh.hostName(),
                        List.of("example.org", "example.net"),
                        List.of(new Account("alex@example.org", "Alex", 2000, false), other),
                        List.of(new Alias("info@example.org", List.of("bea@example.org"))),
                        fresh.relay(),
                        fresh.ports(),
                        fresh.network(),
                        fresh.ddns(),
                        fresh.tls(),
                        fresh.storage(),
                        fresh.notifications(),
                        fresh.incoming(),
                        new Setup(true, 9443));

        StationConfig changed = Draft.of(running).withPerson("Alexandra").on(running);
        assertThat(changed.accounts())
                .containsExactly(new Account("alex@example.org", "Alexandra", 2000, false), other);
        assertThat(changed.domains()).isEqualTo(running.domains());
        assertThat(changed.aliases()).isEqualTo(running.aliases());
        assertThat(Draft.of(running).on(running)).isEqualTo(running);
    }

    @Test
    void a_mailbox_is_not_blamed_for_its_domain() {
        DraftCheck check =
                DraftCheck.of(FULL.withDomain("nonsense"), null, true, Set.of(DraftField.values()));
        assertThat(check.shown(DraftField.DOMAIN)).hasSize(1);
        assertThat(check.shown(DraftField.MAILBOX)).isEmpty();
    }

    @Test
    void an_empty_field_is_complained_about_once() {
        DraftCheck check = DraftCheck.of(Draft.EMPTY, null, false, Set.of(DraftField.values()));
        assertThat(check.problems()).allSatisfy((_, texts) -> assertThat(texts).hasSize(1));
        assertThat(check.problems())
                .containsOnlyKeys(
                        DraftField.DOMAIN,
                        DraftField.HOST_NAME,
                        DraftField.MAILBOX,
                        DraftField.PASSWORD);
    }

    @Test
    void two_different_passwords_are_told_at_the_second() {
        Draft draft = FULL.withPassword("correct-Horse-7").withRepeat("correct-Horse-8");
        DraftCheck check = DraftCheck.of(draft, null, false, Set.of(DraftField.REPEAT));
        assertThat(check.shown(DraftField.REPEAT))
                .containsExactly(Text.of("flow.form.repeat-differs"));
        assertThat(check.shown(DraftField.PASSWORD)).isEmpty();
    }

    @Test
    void problems_elsewhere_are_kept_with_their_field() {
        Problem problem = new Problem("relay.host", 0, Text.of("flow.address.form"));
        DraftCheck check = DraftCheck.of(FULL, null, true, Set.of()).plus(List.of(problem));
        assertThat(check.elsewhere()).containsExactly(problem);
        assertThat(check.good()).isFalse();
    }

    @Test
    void passwords_show_in_no_text() {
        assertThat(FULL.withPassword("hunter2hunter2").toString()).doesNotContain("hunter2");
    }
}
