package org.mailstation.config.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.config.Configs.SMALL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Configs;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;

class MailboxRulesTest {
    private static final Account ANNA = SMALL.accounts().getFirst();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            '',                       problem.address.empty
            anna,                     problem.address.form
            @example.org,             problem.address.form
            anna@,                    problem.address.form
            Anna@example.org,         problem.address.case
            anna@Example.org,         problem.address.case
            .anna@example.org,        problem.address.characters
            anna.@example.org,        problem.address.characters
            an..na@example.org,       problem.address.characters
            ../anna@example.org,      problem.address.characters
            a/b@example.org,          problem.address.characters
            'an na@example.org',      problem.address.characters
            '"anna"@example.org',     problem.address.characters
            o'brien@example.org,      problem.address.characters
            '${jndi:a}@example.org',  problem.address.characters
            $(id)@example.org,        problem.address.characters
            -anna@example.org,        problem.address.characters
            an%na@example.org,        problem.address.characters
            an*na@example.org,        problem.address.characters
            a@b@example.org,          problem.address.characters
            änna@example.org,         problem.address.international
            ÄNNA@example.org,         problem.address.case
            än/na@example.org,        problem.address.characters
            anna@192.168.1.2,         problem.name.number
            anna@other.example,       problem.address.foreign
            """)
    void a_mailbox_that_cannot_be_is_refused(String address, String key) {
        assertProblem(accounts(new Account(address, "", 0, true)), "account[0].address", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\r", "\n", "\t", "\u007f", "\u2028"})
    void control_characters_in_a_mailbox_are_refused(String control) {
        assertProblem(
                accounts(new Account("an" + control + "na@example.org", "", 0, true)),
                "account[0].address",
                "problem.address.characters");
        assertProblem(
                accounts(new Account("anna@example.org", "An" + control + "na", 0, true)),
                "account[0].name",
                "problem.account.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna.b", "anna+shop", "a_b-c", "1", "_x", "a=b~c"})
    void usual_mailboxes_are_taken(String local) {
        assertThat(ConfigRules.problems(accounts(new Account(local + "@example.org", "", 0, true))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "jörg@example.org, ''",
        "用户@example.org, ''",
        "वरुण.अ@example.org, ''",
        "Jörg@example.org, problem.address.case",
        "jo\u0308rg@example.org, problem.address.case",
        "jö/rg@example.org, problem.address.characters",
        "jö rg@example.org, problem.address.characters",
        "j\u00a0ö@example.org, problem.address.characters",
        "j\u202eö@example.org, problem.address.characters",
        "j\u200bö@example.org, problem.address.characters",
        "☃@example.org, problem.address.characters",
        "jörg@bücher.example, problem.name.write",
    })
    void an_alias_may_have_the_letters_of_any_language(String address, String key) {
        StationConfig config =
                SMALL.withAliases(List.of(new Alias(address, List.of(ANNA.address()))));

        if (key.isEmpty()) {
            assertThat(ConfigRules.problems(config)).isEmpty();
        } else {
            assertProblem(config, "alias[0].address", key);
        }
    }

    @Test
    void an_alias_may_lead_to_an_address_in_any_letters() {
        assertThat(
                        ConfigRules.problems(
                                SMALL.withAliases(
                                        List.of(
                                                new Alias(
                                                        "far@example.org",
                                                        List.of(
                                                                "Jörg.用户+x@xn--bcher-kva.example"))))))
                .isEmpty();
    }

    @Test
    void a_local_part_has_at_most_64_characters() {
        assertThat(
                        ConfigRules.problems(
                                accounts(
                                        new Account("a".repeat(64) + "@example.org", "", 0, true))))
                .isEmpty();
        assertProblem(
                accounts(new Account("a".repeat(65) + "@example.org", "", 0, true)),
                "account[0].address",
                "problem.address.long");
    }

    @Test
    void a_mailbox_is_there_only_once_and_its_quota_is_in_range() {
        assertProblem(accounts(ANNA, ANNA), "account[1].address", "problem.address.twice");
        assertProblem(
                accounts(new Account(ANNA.address(), "", -1, true)),
                "account[0].quota-mb",
                "problem.range");
        assertProblem(
                accounts(new Account(ANNA.address(), "", 1_000_000_001, true)),
                "account[0].quota-mb",
                "problem.range");
    }

    @Test
    void an_alias_is_a_new_address_at_the_station_or_takes_everything_else() {
        assertThat(
                        ConfigRules.problems(
                                aliases(new Alias("@example.org", List.of(ANNA.address())))))
                .isEmpty();
        assertThat(
                        ConfigRules.problems(
                                aliases(
                                        new Alias(
                                                "x@example.org", List.of("o'b/x@other.example")))))
                .isEmpty();
        assertProblem(
                aliases(new Alias("@other.example", to())),
                "alias[0].address",
                "problem.address.foreign");
        assertProblem(aliases(new Alias("@", to())), "alias[0].address", "problem.name.empty");
        assertProblem(
                aliases(new Alias("x@other.example", to())),
                "alias[0].address",
                "problem.address.foreign");
        assertProblem(
                aliases(new Alias("a/b@example.org", to())),
                "alias[0].address",
                "problem.address.characters");
        assertProblem(
                aliases(new Alias(ANNA.address(), to())),
                "alias[0].address",
                "problem.alias.account");
        assertProblem(
                aliases(new Alias("x@example.org", to()), new Alias("x@example.org", to())),
                "alias[1].address",
                "problem.address.twice");
    }

    @Test
    void an_alias_leads_somewhere() {
        assertProblem(
                aliases(new Alias("x@example.org", List.of())),
                "alias[0].to",
                "problem.alias.nowhere");
        assertProblem(
                aliases(new Alias("x@example.org", List.of("y"))),
                "alias[0].to[0]",
                "problem.address.form");
        assertProblem(
                aliases(new Alias("x@example.org", List.of(ANNA.address(), ANNA.address()))),
                "alias[0].to[1]",
                "problem.alias.repeated");
        assertProblem(
                aliases(new Alias("x@example.org", List.of("nobody@example.org"))),
                "alias[0].to[0]",
                "problem.alias.unknown");
    }

    @Test
    void aliases_that_lead_round_in_a_circle_are_found_once() {
        assertProblem(
                aliases(new Alias("x@example.org", List.of("x@example.org"))),
                "alias[0].to",
                "problem.alias.circle");
        StationConfig three =
                aliases(
                        new Alias("a@example.org", List.of(ANNA.address(), "b@example.org")),
                        new Alias("b@example.org", List.of("c@example.org")),
                        new Alias("c@example.org", List.of("b@example.org")),
                        new Alias("d@example.org", List.of("a@example.org")));
        assertProblem(three, "alias[1].to", "problem.alias.circle");
        assertThat(ConfigRules.problems(three).getFirst().text().args())
                .containsExactly("b@example.org → c@example.org");
        assertProblem(
                aliases(
                        new Alias("@example.org", List.of("x@example.org")),
                        new Alias("x@example.org", List.of("y@example.org"))),
                "alias[0].to",
                "problem.alias.circle");
    }

    @Test
    void a_mailbox_that_refuses_letters_while_people_sign_in_to_it_is_found() {
        Account refusing = ANNA.refusing(true);

        assertProblem(
                Configs.SMALL.withAccounts(List.of(refusing)),
                "account[0].refuse-letters",
                "problem.account.refuses");
        assertThat(
                        ConfigRules.problems(
                                Configs.SMALL.withAccounts(
                                        List.of(ANNA.opened(false).refusing(true)))))
                .isEmpty();
    }

    @Test
    void forwardings_that_lead_round_in_a_circle_or_nowhere_are_found() {
        Account ben = new Account("ben@example.org", "", 0, true);
        StationConfig round =
                aliases(new Alias("all@example.org", List.of(ANNA.address(), ben.address())))
                        .withAccounts(
                                List.of(
                                        ANNA.forwarding(List.of(ben.address()), true),
                                        ben.forwarding(List.of("all@example.org"), false)));
        assertProblem(round, "alias[0].to", "problem.account.circle");
        assertThat(ConfigRules.problems(round).getFirst().text().args().getFirst())
                .contains("all@example.org", ben.address());
        assertProblem(
                forwarding(List.of(ANNA.address()), true),
                "account[0].forward-to",
                "problem.account.circle");
        assertProblem(
                forwarding(List.of("nobody@example.org"), true),
                "account[0].forward-to[0]",
                "problem.alias.unknown");
        assertProblem(
                forwarding(List.of("x@y.example", "x@y.example"), true),
                "account[0].forward-to[1]",
                "problem.alias.repeated");
        assertProblem(
                forwarding(List.of(), false), "account[0].keep-copy", "problem.account.nowhere");
        assertThat(ConfigRules.problems(forwarding(List.of("x@y.example"), false))).isEmpty();
    }

    private static StationConfig forwarding(List<String> to, boolean copy) {
        return Configs.SMALL.withAccounts(List.of(ANNA.forwarding(to, copy)));
    }

    @Test
    void a_very_long_chain_of_aliases_is_no_problem() {
        List<Alias> chain = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(
                        i ->
                                chain.add(
                                        new Alias(
                                                "a" + i + "@example.org",
                                                List.of("a" + (i + 1) + "@example.org"))));
        chain.add(new Alias("a3000@example.org", to()));
        assertThat(ConfigRules.problems(aliases(chain.toArray(Alias[]::new)))).isEmpty();
    }

    private static void assertProblem(StationConfig config, String field, String key) {
        assertThat(ConfigRules.problems(config))
                .extracting(Problem::field, problem -> problem.text().key())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, key));
    }

    private static List<String> to() {
        return List.of(ANNA.address());
    }

    private static StationConfig accounts(Account... accounts) {
        return SMALL.withAccounts(List.of(accounts));
    }

    private static StationConfig aliases(Alias... aliases) {
        return Configs.with(SMALL, "aliases", List.of(aliases));
    }
}
