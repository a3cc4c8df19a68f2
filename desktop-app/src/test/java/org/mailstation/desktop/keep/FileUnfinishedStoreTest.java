package org.mailstation.desktop.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.draft.Arrangement;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.draft.Redirect;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.flow.Unfinished;

class FileUnfinishedStoreTest {

    private static final String SECRET = "correct-Horse-7-battery";
    private static final Instant WHEN = Instant.parse("2026-05-07T09:41:00Z");

    @TempDir Path folder;

    private static final Draft DRAFT =
            Draft.EMPTY
                    .withWay(Arrangement.RELAY_OUT)
                    .withName(
                            name ->
                                    name.withDomain("example.org")
                                            .withDdns(
                                                    NameDraft.EMPTY
                                                            .withProvider("noip")
                                                            .withHost("m.ddns.net")
                                                            .withSecret(SECRET + "-ddns")))
                    .withPeople(
                            people ->
                                    people.withPerson(
                                                    0,
                                                    one ->
                                                            one.withName("Jörg Müller")
                                                                    .withPassword(SECRET))
                                            .plus(Person.EMPTY.withName("Bea"))
                                            .plus(new Redirect("info", "joerg, bea")))
                    .withSafety(
                            safety ->
                                    safety.withRelay(
                                            relay ->
                                                    relay.withHost("smtp.example.net")
                                                            .withUser("joerg")
                                                            .withSecret(SECRET + "-relay")));

    private static Unfinished unfinished(String station) {
        return new Unfinished(
                station, 3, Step.SAFETY, WHEN, DRAFT, Set.of("domains[0]"), DRAFT.passwords());
    }

    @Test
    void everything_typed_comes_back_but_no_password() throws IOException {
        FileUnfinishedStore store = new FileUnfinishedStore(folder.resolve("new"));
        store.save(unfinished("nas:2222"));

        Unfinished back = store.load("nas:2222").orElseThrow();
        assertThat(back.draft()).isEqualTo(DRAFT.withoutPasswords());
        assertThat(back).isEqualTo(unfinished("nas:2222"));
        assertThat(back.omitted()).hasSize(3);
    }

    @Test
    void no_password_is_in_the_file_and_only_its_owner_can_read_it() throws IOException {
        new FileUnfinishedStore(folder).save(unfinished("nas"));

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            assertThat(Files.readString(all.getFirst())).contains("Jörg").doesNotContain(SECRET);
            assertThat(Files.getPosixFilePermissions(all.getFirst()))
                    .noneMatch(one -> one.name().startsWith("GROUP"))
                    .noneMatch(one -> one.name().startsWith("OTHERS"));
        }
    }

    @Test
    void each_station_has_its_own() throws IOException {
        FileUnfinishedStore store = new FileUnfinishedStore(folder);
        store.save(unfinished("nas"));
        store.save(unfinished("[fd00::7]:22"));

        store.forget("nas");
        assertThat(store.load("nas")).isEmpty();
        assertThat(store.load("[fd00::7]:22")).isPresent();
        store.forget("nas");
    }

    @Test
    void what_cannot_be_understood_is_laid_aside_and_not_overwritten() throws IOException {
        FileUnfinishedStore store = new FileUnfinishedStore(folder);
        Files.writeString(folder.resolve("nas.json"), "{\"station\": \"nas\"}");

        assertThatThrownBy(() -> store.load("nas"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nas.json.unreadable");
        store.save(unfinished("nas"));
        assertThat(folder.resolve("nas.json.unreadable")).content().contains("\"nas\"");
        assertThat(store.load("nas")).isPresent();
    }
}
