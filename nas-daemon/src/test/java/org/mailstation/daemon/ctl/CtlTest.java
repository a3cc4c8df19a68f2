package org.mailstation.daemon.ctl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Service;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ControlJson;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.control.Reindexed;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.Secret;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.daemon.state.TinyConfigs;
import org.mailstation.words.Exit;

@Timeout(60)
class CtlTest extends CtlBench {
    /** Ends that only the program on the PC has. */
    private static final EnumSet<Exit> OF_THE_ASSISTANT =
            EnumSet.of(Exit.HOST_KEY_CHANGED, Exit.SIGN_IN, Exit.NOT_INSTALLED, Exit.NO_DISPLAY);

    private static String toml(String hostName) {
        return StationToml.write(TinyConfigs.named(hostName));
    }

    private void configure() {
        assertThat(run(toml("a.example.org"), "config", "apply", "-", "--yes")).as(err).isZero();
    }

    @Test
    void a_station_without_configuration_needs_attention() {
        assertThat(run("", "status")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out).contains("needs attention").contains("not configured yet");
        assertThat(run("", "config", "show")).isEqualTo(Exit.NOT_FOUND.code());
    }

    @Test
    void a_configured_station_is_fine_and_says_where_it_listens() {
        configure();
        assertThat(run("", "status")).as(out).isEqualTo(Exit.OK.code());
        assertThat(out).contains("is fine").contains("a.example.org").contains("smtp 1000");
    }

    @Test
    void the_whole_status_comes_as_json() {
        configure();
        assertThat(run("", "status", "--json")).isEqualTo(Exit.OK.code());
        StationStatus status = ControlJson.read(out, StationStatus.class);
        assertThat(status.hostName()).isEqualTo("a.example.org");
        assertThat(status.listeners()).hasSize(Service.values().length);
    }

    @Test
    void it_says_how_letters_are_signed_and_what_to_enter_in_the_dns() {
        SigningKeyStatus key = new SigningKeyStatus("ms1", "AAAA", Instant.EPOCH);
        DkimEntry entry =
                new DkimEntry(
                        "example.org",
                        "ms1",
                        "ms1._domainkey.example.org",
                        "v=DKIM1; k=rsa; p=AAAA",
                        DkimEntry.Publication.NO);
        SigningStatus keys =
                new SigningStatus(key, key, List.of(new RetiredKey("ms0", Instant.EPOCH)));
        rig.dkim = new DkimStatus(keys, true, List.of(entry));

        assertThat(run("", "dkim")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out)
                .contains("signed with the key ms1", "new key ms1 waits", "old key ms0")
                .contains("TXT ms1._domainkey.example.org", "v=DKIM1; k=rsa; p=AAAA")
                .contains("It is not there yet");
        assertThat(run("", "dkim", "rotate", "--json")).isEqualTo(Exit.ATTENTION.code());
        assertThat(ControlJson.read(out, DkimStatus.class)).isEqualTo(rig.dkim);
        assertThat(rig.dkimAsked)
                .containsExactly(DkimRequest.Wanted.TELL, DkimRequest.Wanted.ROTATE);
        rig.dkim = new DkimStatus(keys, false, List.of());
        assertThat(run("", "dkim")).isEqualTo(Exit.OK.code());
    }

    @Test
    void a_reindex_shows_how_far_it_is_and_what_it_found() {
        assertThat(run("", "reindex")).isEqualTo(Exit.OK.code());
        assertThat(err).contains("0 %  Looking at INBOX of anna");
        assertThat(out).contains("12 letters; 1 were put right, and 2 more were taken up");

        assertThat(run("", "reindex", "--json")).isEqualTo(Exit.OK.code());
        assertThat(ControlJson.read(out, Reindexed.class)).isEqualTo(rig.reindexed);
    }

    @Test
    void a_reindex_that_misses_letters_says_so_and_ends_with_1() {
        rig.reindexed = new Reindexed(12, 0, 0, 3);

        assertThat(run("", "reindex")).isEqualTo(Exit.ATTENTION.code());
        assertThat(err).contains("The files of 3 letters are gone").contains("backup");
    }

    @Test
    void a_daemon_that_does_not_run_does_not_answer() throws IOException {
        rig.close();
        for (String command : List.of("status", "rpc", "logs", "reindex")) {
            assertThat(run("", command)).as(command).isEqualTo(Exit.NO_ANSWER.code());
            assertThat(err).contains(rig.bench.data.socket().toString());
        }
        assertThat(run("", "--data", folder.resolve("none").toString(), "status"))
                .isEqualTo(Exit.NO_ANSWER.code());
    }

    @Test
    void the_folder_can_be_named_before_or_after_the_command() {
        String data = rig.bench.data.root().toString();
        assertThat(run("", "--data", data, "status")).isEqualTo(Exit.ATTENTION.code());
        assertThat(run("", "status", "--data", data)).isEqualTo(Exit.ATTENTION.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "statsu",
                "status --yaml",
                "config",
                "config apply",
                "account",
                "account add",
                "account add a@example.org --quota much",
                "secret put",
                "logs -n 0",
                "logs -n x"
            })
    void wrong_arguments_are_told_as_such(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");
        assertThat(run("", args)).isEqualTo(Exit.USAGE.code());
        assertThat(err).isNotBlank();
    }

    @Test
    void help_names_the_commands_and_the_exit_codes() {
        assertThat(run("", "--help")).isZero();
        assertThat(out).contains("account", "config", "rpc", "Exit codes:");
        for (Exit exit : EnumSet.complementOf(OF_THE_ASSISTANT)) {
            assertThat(out).containsPattern("(?m)^ +" + exit.code() + " ");
        }
        assertThat(run("", "account", "--help")).isZero();
        assertThat(out).contains("passwd");
        assertThat(run("", "--version")).isZero();
        assertThat(out).matches("mailstationctl \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void a_configuration_is_checked_without_being_applied() {
        assertThat(run(toml("a.example.org"), "config", "validate", "-")).isZero();
        assertThat(out).contains("valid");
        assertThat(rig.bench.revision()).isZero();
    }

    @Test
    void all_problems_of_a_configuration_are_listed_with_field_and_line() {
        String faulty =
                toml("a.example.org").replace("a.example.org", "not a name")
                        + "\ncolour = \"red\"\n";
        for (String command : List.of("validate", "apply")) {
            assertThat(run(faulty, "config", command, "-")).isEqualTo(Exit.REJECTED.code());
            assertThat(err).containsPattern("line \\d+ host-name: ").contains("colour");
        }
        assertThat(rig.bench.revision()).isZero();
    }

    @Test
    void a_configuration_comes_from_a_file_and_is_shown_again() throws IOException {
        Path file = Files.writeString(folder.resolve("my station.toml"), toml("b.example.org"));
        assertThat(run("yes\n", "config", "apply", file.toString())).as(err).isZero();
        assertThat(out).contains("revision 1 is running");
        assertThat(err).contains("100 %");
        assertThat(run("", "config", "show")).isZero();
        assertThat(out).isEqualTo(toml("b.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "", "\n", "yesterday\n"})
    void without_a_yes_nothing_is_changed(String answer) throws IOException {
        Path file = Files.writeString(folder.resolve("station.toml"), toml("b.example.org"));
        assertThat(run(answer, "config", "apply", file.toString())).isEqualTo(Exit.DECLINED.code());
        assertThat(rig.bench.revision()).isZero();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThat(run("", "config", "apply", "none.toml")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(err).contains("none.toml");
    }

    @Test
    void a_configuration_that_does_not_come_up_is_rolled_back_with_the_reason() {
        configure();
        rig.bench.services.refuses = config -> config.hostName().startsWith("b.");
        assertThat(run(toml("b.example.org"), "config", "apply", "-", "--yes"))
                .isEqualTo(Exit.ROLLED_BACK.code());
        assertThat(err).contains("revision 1 is running again").contains("test.port-taken");
    }

    /** Whoever is asked takes so long to say yes that somebody else is quicker. */
    private InputStream yesAfter(Runnable somebodyElse) {
        return new ByteArrayInputStream("yes\n".getBytes(UTF_8)) {
            @Override
            public int read(byte[] to, int offset, int length) {
                somebodyElse.run();
                return super.read(to, offset, length);
            }
        };
    }

    @Test
    void a_revision_that_somebody_else_applied_meanwhile_makes_it_stale() throws IOException {
        configure();
        Path file = Files.writeString(folder.resolve("station.toml"), toml("b.example.org"));
        InputStream yes = yesAfter(() -> rig.bench.apply(toml("c.example.org"), 1, 0));
        assertThat(run(yes, "config", "apply", file.toString())).isEqualTo(Exit.STALE.code());
        assertThat(err).contains("revision 2");
        assertThat(rig.bench.services.runs()).isEqualTo("c.example.org");
    }

    @Test
    void a_revision_on_probation_makes_it_busy() {
        configure();
        rig.bench.apply(toml("b.example.org"), 1, 60);
        assertThat(run(toml("c.example.org"), "config", "apply", "-", "--yes"))
                .isEqualTo(Exit.BUSY.code());
        assertThat(run("", "status")).isNotEqualTo(Exit.NO_ANSWER.code());
        assertThat(out).contains("on trial");
    }

    @Test
    void an_account_is_added_with_a_password_listed_and_removed() {
        configure();
        assertThat(
                        run(
                                "correct horse\n",
                                "account",
                                "add",
                                "Anna@example.org",
                                "--name",
                                "Anna Ä.",
                                "--quota",
                                "500",
                                "--password-stdin"))
                .as(err)
                .isZero();
        assertThat(rig.passwords)
                .containsExactly(Map.entry("anna@example.org", new Secret("correct horse")));
        assertThat(run("", "account", "list")).isZero();
        assertThat(out).isEqualTo("anna@example.org\tAnna Ä.\t\n");
        assertThat(run("no\n", "account", "remove", "anna@example.org"))
                .isEqualTo(Exit.DECLINED.code());
        assertThat(run("", "account", "remove", "anna@example.org", "--yes")).isZero();
        assertThat(run("", "account", "list")).isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void an_account_without_password_is_marked_until_it_has_one() {
        configure();
        assertThat(run("", "account", "add", "anna@example.org")).as(err).isZero();
        run("", "account", "list");
        assertThat(out).contains("no password yet");
        assertThat(run("", "status")).isEqualTo(Exit.ATTENTION.code());
        assertThat(out).contains("Nobody can sign in to anna@example.org");
        assertThat(run("long enough", "account", "passwd", "anna@example.org", "--password-stdin"))
                .isZero();
        assertThat(out).contains("is set");
        assertThat(run("", "status")).isEqualTo(Exit.OK.code());
    }

    @Test
    void a_password_that_is_refused_says_why_and_is_never_repeated() {
        configure();
        run("", "account", "add", "anna@example.org");
        assertThat(run("hunt3r\n", "account", "passwd", "anna@example.org", "--password-stdin"))
                .isEqualTo(Exit.REJECTED.code());
        assertThat(err).isNotBlank().doesNotContain("hunt3r");
        assertThat(out).doesNotContain("hunt3r");
        assertThat(run("", "account", "passwd", "anna@example.org", "--password-stdin"))
                .isEqualTo(Exit.REJECTED.code());
    }

    @Test
    void accounts_that_exist_or_do_not_are_told_apart() {
        configure();
        run("", "account", "add", "anna@example.org");
        assertThat(run("", "account", "add", "ANNA@example.org")).isEqualTo(Exit.REJECTED.code());
        assertThat(run("", "account", "remove", "berta@example.org", "--yes"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(run("long enough", "account", "passwd", "berta@example.org", "--password-stdin"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(run("", "account", "add", "anna@elsewhere.example"))
                .as("the rules of the configuration hold here too")
                .isEqualTo(Exit.REJECTED.code());
    }

    @Test
    void without_configuration_there_can_be_no_account() {
        assertThat(run("", "account", "add", "anna@example.org")).isEqualTo(Exit.REJECTED.code());
        assertThat(err).contains("no configuration");
    }

    @Test
    void a_password_without_a_terminal_needs_the_option() {
        configure();
        run("", "account", "add", "anna@example.org");
        assertThat(run("", "account", "passwd", "anna@example.org")).isEqualTo(Exit.USAGE.code());
        assertThat(err).contains("--password-stdin");
    }

    @Test
    void a_secret_is_stored_without_its_line_end() throws IOException {
        assertThat(run("s3cret\n", "secret", "put", "relay")).isZero();
        assertThat(rig.secrets.read("relay")).isEqualTo(new Secret("s3cret"));
        assertThat(rig.relayChanges).as("letters that waited for it go").hasValue(1);
        assertThat(out + err).doesNotContain("s3cret");
        assertThat(run("x", "secret", "put", "tls")).isEqualTo(Exit.REJECTED.code());
        assertThat(run("\n", "secret", "put", "ddns")).isEqualTo(Exit.REJECTED.code());
    }

    @Test
    void the_log_is_printed() {
        assertThat(run("", "logs", "-n", "2")).isZero();
        assertThat(out).isEqualTo("first\nsecond\n");
    }

    @Test
    void the_routers_ports_are_shown_asked_for_and_given_back() {
        rig.forwards =
                new Forwards(
                        Instant.EPOCH,
                        null,
                        List.of(new Forward(Service.SMTP, 25, 2525, new ForwardState.NoRouter())),
                        List.of());
        assertThat(run("", "forward")).isZero();
        assertThat(out).contains("   25 -> NAS:2525  smtp  to be entered by hand");
        assertThat(run("", "forward", "--again", "--json")).isZero();
        assertThat(ControlJson.read(out, Forwards.class)).isEqualTo(rig.forwards);
        assertThat(run("", "forward", "--withdraw")).isZero();
        assertThat(rig.asked).containsExactly(Wanted.TELL, Wanted.ASK_AGAIN, Wanted.WITHDRAW);
        assertThat(run("", "forward", "--again", "--withdraw")).isEqualTo(Exit.USAGE.code());
    }
}
