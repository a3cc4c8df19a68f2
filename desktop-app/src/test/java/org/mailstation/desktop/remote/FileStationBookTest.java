package org.mailstation.desktop.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.desktop.ssh.SshTarget;

class FileStationBookTest {
    private static final StationProfile HOME =
            new StationProfile(new SshTarget("diskstation", 22, "admin"), "");
    private static final StationProfile OFFICE =
            new StationProfile(new SshTarget("fe80::1%eth0", 2222, "änne"), "/home/änne/a key");

    @TempDir Path folder;
    private Path latest;
    private FileStationBook book;

    @BeforeEach
    void open() {
        latest = folder.resolve("settings/station.properties");
        book = open(latest);
    }

    private static FileStationBook open(Path latest) {
        return new FileStationBook(latest, latest.resolveSibling("stations"));
    }

    @Test
    void before_the_first_station_there_is_none() throws Exception {
        assertThat(book.load()).isEmpty();
        assertThat(book.all()).isEmpty();
    }

    @Test
    void all_are_there_again_the_latest_first() throws Exception {
        book.save(HOME);
        book.save(OFFICE);
        assertThat(open(latest).all()).containsExactly(OFFICE, HOME);
        assertThat(open(latest).load()).contains(OFFICE);
        book.save(HOME);
        assertThat(book.all()).containsExactly(HOME, OFFICE);
    }

    @Test
    void a_station_remembered_by_an_older_version_stays_when_a_second_is_added() throws Exception {
        new FileProfileStore(latest).save(HOME);
        assertThat(book.all()).containsExactly(HOME);
        book.save(OFFICE);
        assertThat(book.all()).containsExactly(OFFICE, HOME);
    }

    @Test
    void another_name_to_sign_in_with_is_no_other_station() throws Exception {
        book.save(HOME);
        StationProfile renamed = new StationProfile(new SshTarget("diskstation", 22, "alex"), "/k");
        book.save(renamed);
        assertThat(book.all()).containsExactly(renamed);
    }

    @Test
    void a_forgotten_one_is_gone_and_the_others_stay() throws Exception {
        book.save(HOME);
        book.save(OFFICE);
        book.forget(HOME.target());
        assertThat(book.all()).containsExactly(OFFICE);
        book.save(HOME);
        book.forget(HOME.target());
        assertThat(book.load()).contains(OFFICE);
        book.forget(OFFICE.target());
        assertThat(book.all()).isEmpty();
        assertThat(latest).doesNotExist();
    }

    @Test
    void a_damaged_file_hides_no_other_station_and_is_not_overwritten() throws Exception {
        book.save(HOME);
        Files.writeString(latest, "host=");
        assertThat(book.all()).containsExactly(HOME);
        book.save(OFFICE);
        assertThat(book.all()).containsExactly(OFFICE, HOME);
        assertThat(latest.resolveSibling("station.properties.unreadable")).hasContent("host=");
    }

    @Test
    void where_only_damage_is_found_it_is_told() throws Exception {
        Files.createDirectories(latest.getParent());
        Files.writeString(latest, "host=");
        assertThatThrownBy(() -> book.all())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(latest.toString());
    }
}
