package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.ControlJson;
import org.mailstation.control.NasUsers;
import org.mailstation.words.Exit;

@Timeout(60)
class UsersCommandTest extends CtlBench {
    private static final NasUsers USERS =
            new NasUsers.Listed(
                    List.of(
                            new NasUsers.User("anna", "Anna", "anna@example.org"),
                            new NasUsers.User("Ben Groß", "Benjamin", ""),
                            new NasUsers.User("kim", "", ""),
                            new NasUsers.User("Ελένη", "", "")));

    private void configure() {
        StationConfig config =
                StationConfig.minimal(
                        "mail.example.org",
                        "example.org",
                        List.of(new Account("anna@example.org", "Anna", 0, true)));
        rig.nasUsers = USERS;
        assertThat(
                        rig.bench.applier.apply(
                                new ApplyRequest(StationToml.write(config), 0, 0), _ -> {}))
                .isInstanceOf(ApplyOutcome.Applied.class);
    }

    private List<Account> accounts() {
        return java.util.Objects.requireNonNull(rig.bench.applier.running()).config().accounts();
    }

    @Test
    void the_people_of_the_nas_are_printed_with_their_mailboxes() {
        rig.nasUsers = USERS;

        assertThat(run("", "users")).isEqualTo(Exit.OK.code());
        assertThat(out).contains("anna\tAnna\tanna@example.org\n", "Ben Groß\tBenjamin\t\n");
        run("", "users", "--json");
        assertThat(ControlJson.read(out, NasUsers.class)).isEqualTo(USERS);
    }

    @Test
    void a_list_that_cannot_be_read_is_no_empty_list() {
        assertThat(run("", "users")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(out).isEmpty();
        assertThat(err).contains("cannot be read");
    }

    @Test
    void mailboxes_are_made_for_people_by_their_names_once() {
        configure();

        assertThat(run("", "account", "add", "--from-nas", "anna", "Ben Groß", "kim", "kim"))
                .as(err)
                .isEqualTo(Exit.OK.code());
        assertThat(accounts())
                .containsExactly(
                        new Account("anna@example.org", "Anna", 0, true),
                        new Account("ben.gross@example.org", "Benjamin", 0, true),
                        new Account("kim@example.org", "", 0, true));
        assertThat(out).contains("account passwd kim@example.org");
        assertThat(rig.passwords).isEmpty();
    }

    @Test
    void nobody_gets_one_if_one_of_them_is_not_known_or_has_no_name_for_an_address() {
        configure();

        assertThat(run("", "account", "add", "--from-nas", "kim", "root"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(err).contains("no user root", "anna, Ben Groß, kim");
        assertThat(run("", "account", "add", "--from-nas", "kim", "Ελένη"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void one_password_and_one_name_are_for_one_address() {
        configure();

        assertThat(run("secret-secret", "account", "add", "--from-nas", "kim", "--password-stdin"))
                .isEqualTo(Exit.USAGE.code());
        assertThat(run("", "account", "add", "a@example.org", "b@example.org"))
                .isEqualTo(Exit.USAGE.code());
        assertThat(accounts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "anna, anna",
        "Anna Müller, anna.mueller",
        "Đorđe, or.e",
        "René, rene",
        "DOM\\kim, dom.kim",
        "a_b-c, a_b-c",
        "..x.., x",
        "Ελένη, ''"
    })
    void a_name_becomes_what_an_address_may_have(String name, String localPart) {
        assertThat(new NasUsers.User(name, "", "").localPart()).isEqualTo(localPart);
    }
}
