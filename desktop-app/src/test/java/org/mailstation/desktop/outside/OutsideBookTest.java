package org.mailstation.desktop.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.ssh.SshTarget;

class OutsideBookTest {
    @TempDir Path folder;

    private OutsideBook book() {
        return new OutsideBook(folder.resolve("settings/outside"));
    }

    private static OutsideAccount account(String written, String key) {
        return new OutsideAccount(OutsideAccount.read(written).orElseThrow(), key);
    }

    @Test
    void who_never_added_one_has_none() throws IOException {
        assertThat(book().load()).isEmpty();
    }

    @Test
    void accounts_are_remembered_with_their_keys_in_their_order() throws IOException {
        book().add(account("anna@vps.example.net", "/home/anna/my keys/id"));
        book().add(account("root@[2001:db8::1]:2222", ""));
        assertThat(book().load())
                .containsExactly(
                        account("anna@vps.example.net", "/home/anna/my keys/id"),
                        account("root@[2001:db8::1]:2222", ""));
    }

    @Test
    void adding_again_replaces_the_key() throws IOException {
        book().add(account("anna@vps", "/old"));
        book().add(account("anna@vps", "/new"));
        assertThat(book().load()).containsExactly(account("anna@vps", "/new"));
    }

    @Test
    void what_is_removed_is_gone_and_what_is_unknown_is_told() throws IOException {
        book().add(account("anna@vps", ""));
        assertThat(book().remove(new SshTarget("vps", 2222, "anna"))).isFalse();
        assertThat(book().remove(new SshTarget("vps", 22, "anna"))).isTrue();
        assertThat(book().load()).isEmpty();
    }

    @Test
    void a_damaged_file_is_neither_read_nor_overwritten() throws IOException {
        Path file = Files.createDirectories(folder.resolve("settings")).resolve("outside");
        Files.writeString(file, "what is this\n");
        assertThatThrownBy(() -> book().add(account("anna@vps", "")))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("what is this");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@vps,anna,vps,22",
        "anna@vps:2222,anna,vps,2222",
        "anna@[::1],anna,::1,22",
        "anna@[::1]:22,anna,::1,22"
    })
    void an_account_is_written_as_people_write_it(
            String written, String user, String host, int port) {
        assertThat(OutsideAccount.read(written)).contains(new SshTarget(host, port, user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vps", "@vps", "anna@", "anna@vps:0", "anna@vps:65536", "a b@vps"})
    void what_is_no_account_is_none(String written) {
        assertThat(OutsideAccount.read(written)).isEmpty();
    }
}
