package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Service;

/** Every kind of address that a family has, as strangers and people here meet it. */
class AddressesOfPeopleTest {
    private static final String ANNA = "anna@home.test";
    private static final String BEN = "ben@home.test";
    private static final Configs PLAIN =
            Configs.station("home.test", "anna", "ben")
                    .alias("family@home.test", ANNA, BEN)
                    .alias("everybody@home.test", "family@home.test", "ben@home.test");

    @TempDir Path folder;
    private TestStation home;

    @BeforeEach
    void start() throws Exception {
        home = TestStation.running(folder, PLAIN);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private String write(String... to) throws IOException {
        try (LineClient client = home.smtp()) {
            return TestStation.send(
                    client, "carl@third.test", List.of(to), "Subject: x\r\n\r\nx\r\n");
        }
    }

    private static Configs withBen(boolean enabled) {
        List<Account> accounts = new ArrayList<>(PLAIN.accounts());
        accounts.set(1, new Account(BEN, "ben", 0, enabled));
        return PLAIN.accounts(accounts);
    }

    @Test
    void a_group_in_a_group_reaches_everybody_once() throws Exception {
        assertThat(write("everybody@home.test", "family@home.test")).startsWith("250");

        assertThat(home.inbox(ANNA)).hasSize(1);
        assertThat(home.inbox(BEN)).hasSize(1);
    }

    @Test
    void a_member_of_a_group_may_write_in_its_name_and_nobody_else() throws Exception {
        String letter = "From: family@home.test\r\nSubject: x\r\n\r\nx\r\n";
        home.apply(PLAIN.alias("bens@home.test", BEN));
        try (LineClient client = home.submission(ANNA)) {
            assertThat(TestStation.send(client, "family@home.test", List.of(BEN), letter))
                    .startsWith("250");
            assertThat(TestStation.send(client, "bens@home.test", List.of(BEN), letter))
                    .startsWith("550 5.7.1");
        }
    }

    @Test
    void without_a_catch_all_an_unknown_name_is_refused_and_with_one_it_arrives() throws Exception {
        assertThat(write("whoever@home.test")).startsWith("550 5.1.1");

        home.apply(PLAIN.alias("@home.test", BEN));
        assertThat(write("whoever@home.test")).startsWith("250");
        assertThat(write(ANNA)).startsWith("250");
        assertThat(home.inbox(BEN)).hasSize(1);
        assertThat(home.inbox(ANNA)).as("has a mailbox of her own").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna+shop@home.test", "ANNA+a+b@Home.test", "anna+@home.test"})
    void an_address_with_a_plus_is_that_of_the_person(String address) throws Exception {
        assertThat(write(address)).startsWith("250");

        assertThat(home.inbox(ANNA)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster", "abuse", "hostmaster", "webmaster", "security"})
    void a_role_that_nobody_has_is_with_the_first_account(String role) throws Exception {
        assertThat(write(role + "@home.test")).startsWith("250");

        assertThat(home.inbox(ANNA)).hasSize(1);
    }

    @Test
    void a_role_goes_to_whoever_has_it() throws Exception {
        home.apply(PLAIN.alias("abuse@home.test", BEN));

        assertThat(write("abuse@home.test")).startsWith("250");
        assertThat(home.inbox(BEN)).hasSize(1);
        assertThat(home.inbox(ANNA)).isEmpty();
    }

    @Test
    void nobody_signs_in_to_a_disabled_account_by_any_protocol() throws Exception {
        home.apply(withBen(false));

        try (LineClient imap = home.connect(Service.IMAPS);
                LineClient pop = home.connect(Service.POP3S);
                LineClient smtp = home.connect(Service.SUBMISSIONS)) {
            imap.line();
            assertThat(imap.imap("LOGIN " + BEN + " \"" + TestStation.PASSWORD + "\"").getLast())
                    .startsWith("t1 NO");
            pop.line();
            pop.raw("USER " + BEN + "\r\nPASS " + TestStation.PASSWORD + "\r\n");
            pop.line();
            assertThat(pop.line()).startsWith("-ERR");
            smtp.reply();
            smtp.smtp("EHLO laptop");
            String login = LineClient.base64("\0" + BEN + "\0" + TestStation.PASSWORD);
            assertThat(smtp.smtp("AUTH PLAIN " + login)).startsWith("535");
        }
    }

    @Test
    void letters_to_a_disabled_account_are_there_when_it_is_enabled_again() throws Exception {
        home.apply(withBen(false));
        assertThat(write(BEN, "family@home.test")).startsWith("250");

        home.apply(withBen(true));
        assertThat(home.inbox(BEN)).hasSize(1);
    }

    @Test
    void letters_to_an_account_that_was_removed_are_refused() throws Exception {
        home.apply(PLAIN.accounts(List.of(PLAIN.accounts().getFirst())));

        assertThat(write(BEN)).startsWith("550 5.1.1");
    }
}
