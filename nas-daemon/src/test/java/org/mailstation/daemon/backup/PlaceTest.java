package org.mailstation.daemon.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
    @Test
    void folders_and_other_computers_are_places() {
        assertThat(Place.of("/volumeUSB1/usbshare/mail"))
                .isEqualTo(new Place.Folder(Path.of("/volumeUSB1/usbshare/mail")));
        assertThat(Place.of("ssh://anna@box.example:2222/srv/mail"))
                .isEqualTo(new Place.Ssh("anna", "box.example", 2222, "/srv/mail"));
        assertThat(Place.of("ssh://anna@192.0.2.1/~/mail"))
                .isEqualTo(new Place.Ssh("anna", "192.0.2.1", 22, "mail"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail",
                "ssh://box/mail",
                "ssh://-oProxyCommand=x@box/mail",
                "ssh://anna@-oProxyCommand=x/mail",
                "ssh://anna@box:0/mail",
                "ssh://anna@box:70000/mail",
                "ssh://anna@box",
                "ssh://anna@box;reboot/mail",
                "ssh://anna@box/mail\nx",
                "/mail\0x",
                "http://box/mail"
            })
    void nothing_else_is_and_nothing_becomes_an_option(String text) {
        assertThat(Place.of(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/etc/passwd", "mail/../../x", "", ".", "a\0b"})
    void no_path_in_a_list_leads_out_of_the_folder(String path) {
        Entry entry = new Entry("0".repeat(64), 1, 1, 0, 0, path);
        assertThatThrownBy(() -> entry.below(Path.of("/tmp/x"))).isInstanceOf(IOException.class);
    }
}
