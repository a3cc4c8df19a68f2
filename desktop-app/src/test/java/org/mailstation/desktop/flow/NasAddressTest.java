package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Parsed;

class NasAddressTest {

    @ParameterizedTest
    @CsvSource({
        "diskstation, diskstation, 22",
        "' 192.168.1.10 ', 192.168.1.10, 22",
        "nas.local:2222, nas.local, 2222",
        "ssh://nas:2022/, nas, 2022",
        "fe80::1, fe80::1, 22",
        "fe80::1%eth0, fe80::1%eth0, 22",
        "[fe80::1]:2222, fe80::1, 2222",
        "[::1], ::1, 22"
    })
    void what_people_type_or_paste_is_understood(String typed, String host, int port) {
        assertThat(NasAddress.parse(typed))
                .isEqualTo(new Parsed.Valid<>(new NasAddress(host, port)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "my nas", "nas:", "nas:0", "nas:70000", "nas:ssh", "a/b", "[::1"})
    void what_is_no_address_gets_a_sentence(String typed) {
        assertThat(NasAddress.parse(typed)).isInstanceOf(Parsed.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas", "nas:2222", "[fe80::1]:2222", "[fe80::1]"})
    void its_text_can_be_typed_again(String typed) {
        NasAddress address = ((Parsed.Valid<NasAddress>) NasAddress.parse(typed)).value();
        assertThat(address.toString()).isEqualTo(typed);
        assertThat(NasAddress.parse(address.toString())).isEqualTo(new Parsed.Valid<>(address));
    }
}
