package org.mailstation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir Path folder;

    @Test
    void a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() throws Exception {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "first, and longer");
        AtomicFile.write(file, "zweite ä");
        assertThat(file).hasContent("zweite ä");
        AtomicFile.write(file, "third".getBytes(StandardCharsets.US_ASCII));
        assertThat(file).hasContent("third");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_may_read_it() throws Exception {
        Path file = folder.resolve("file");
        AtomicFile.write(file, "secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_cannot_be_replaced_stays_and_nothing_is_left_beside_it() throws Exception {
        Path file = folder.resolve("file");
        Files.createDirectories(file.resolve("is-a-folder"));
        assertThatThrownBy(() -> AtomicFile.write(file, "text")).isInstanceOf(IOException.class);
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void without_its_folder_nothing_is_written() {
        Path file = folder.resolve("none/file");
        assertThatThrownBy(() -> AtomicFile.write(file, "text")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/"), "text"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void folders_on_the_way_are_made_where_that_is_asked_for() throws Exception {
        Path file = folder.resolve("a/b/file");
        AtomicFile.writeWithFolders(file, "text");
        assertThat(file).hasContent("text");
    }

    @Test
    void a_file_takes_the_place_of_another_one() throws Exception {
        Path from = Files.writeString(folder.resolve("from"), "new");
        Path to = Files.writeString(folder.resolve("to"), "old");
        AtomicFile.move(from, to);
        assertThat(to).hasContent("new");
        assertThat(from).doesNotExist();
    }
}
