package org.mailstation.daemon.store.sieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.sieverepository.api.ScriptContent;
import org.apache.james.sieverepository.api.ScriptName;
import org.apache.james.sieverepository.api.ScriptSummary;
import org.apache.james.sieverepository.api.exception.QuotaExceededException;
import org.apache.james.sieverepository.api.exception.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptRepositoryTest {
    private static final Username ANNA = Username.of("anna@example.org");
    private static final Username BEN = Username.of("ben@example.org");
    private static final Instant NOW = Instant.parse("2026-06-04T09:23:37.123456Z");
    private static final ScriptName WORK = new ScriptName("Arbeit & Büro / 2026");
    private static final ScriptName HOLIDAY = new ScriptName("../holiday ");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ScriptRepository scripts;

    @BeforeEach
    void open() {
        scripts = new ScriptRepository(folder.resolve("sieve"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ScriptContent content(String text) {
        return new ScriptContent(text);
    }

    private String read(ScriptName name) throws Exception {
        return new String(scripts.getScript(ANNA, name).readAllBytes(), StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everything_is_there_after_it_was_opened_again() throws Exception {
        scripts.putScript(ANNA, WORK, content("keep; # Büro\r\n"));
        scripts.putScript(ANNA, HOLIDAY, content("discard;"));
        scripts.setActive(ANNA, WORK);
        scripts.setQuota(ANNA, QuotaSizeLimit.size(500));

        open();

        assertThat(scripts.listScripts(ANNA))
                .containsExactlyInAnyOrder(
                        new ScriptSummary(WORK, true), new ScriptSummary(HOLIDAY, false));
        assertThat(read(WORK)).isEqualTo("keep; # Büro\r\n");
        assertThat(scripts.getActivationDateForActiveScript(ANNA).toInstant()).isEqualTo(NOW);
        assertThat(scripts.getQuota(ANNA)).isEqualTo(QuotaSizeLimit.size(500));
        assertThat(scripts.listScripts(BEN)).isEmpty();
    }

    @Test
    void a_script_that_is_replaced_stays_active_and_leaves_no_file() throws Exception {
        scripts.putScript(ANNA, WORK, content("keep;"));
        scripts.setActive(ANNA, WORK);
        scripts.putScript(ANNA, WORK, content("discard;"));

        assertThat(scripts.listScripts(ANNA)).containsExactly(new ScriptSummary(WORK, true));
        assertThat(read(WORK)).isEqualTo("discard;");
        assertThat(files())
                .containsExactly(
                        "sieve/anna@example.org/2.sieve", "sieve/anna@example.org/scripts");
    }

    @Test
    void no_name_leads_out_of_the_folder() throws Exception {
        scripts.putScript(Username.of("../../x"), HOLIDAY, content("keep;"));

        assertThat(files()).hasSize(2).allMatch(file -> file.startsWith("sieve/"));
    }

    @Test
    void accounts_whose_names_begin_alike_have_their_own_scripts() throws Exception {
        String long_ = "a".repeat(90);
        scripts.putScript(Username.of(long_ + "1@example.org"), WORK, content("keep;"));

        assertThat(scripts.listScripts(Username.of(long_ + "2@example.org"))).isEmpty();
    }

    @Test
    void names_that_would_break_the_list_are_refused() {
        for (String name : List.of("", "two\nlines", "bell\u0007", "line\u2028line")) {
            assertThatThrownBy(
                            () -> scripts.putScript(ANNA, new ScriptName(name), content("keep;")))
                    .isInstanceOf(StorageException.class);
        }
    }

    @Test
    void the_quota_of_all_holds_for_whoever_has_none_of_their_own() throws Exception {
        scripts.setDefaultQuota(QuotaSizeLimit.size(4));
        scripts.setQuota(BEN, QuotaSizeLimit.size(5));

        scripts.putScript(BEN, WORK, content("keep;"));
        assertThatThrownBy(() -> scripts.putScript(ANNA, WORK, content("keep;")))
                .isInstanceOf(QuotaExceededException.class);
    }

    @Test
    void a_file_that_the_list_does_not_name_is_as_if_it_were_not_there() throws Exception {
        scripts.putScript(ANNA, WORK, content("keep;"));
        Path own = folder.resolve("sieve").resolve("anna@example.org");
        Files.writeString(own.resolve("2.sieve"), "half a scr"); // cut off by a crash

        assertThat(scripts.listScripts(ANNA)).hasSize(1);
        scripts.putScript(ANNA, HOLIDAY, content("discard;"));
        assertThat(read(HOLIDAY)).isEqualTo("discard;");
    }

    @Test
    void a_damaged_list_is_told_and_not_overwritten() throws Exception {
        scripts.putScript(ANNA, WORK, content("keep;"));
        Path list = folder.resolve("sieve").resolve("anna@example.org").resolve("scripts");
        Files.writeString(list, "garbage\n");

        assertThatThrownBy(() -> scripts.putScript(ANNA, HOLIDAY, content("discard;")))
                .isInstanceOf(StorageException.class);
        assertThat(list).hasContent("garbage\n");
    }
}
