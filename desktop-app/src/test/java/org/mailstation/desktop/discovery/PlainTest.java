package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {

    @Test
    void names_keep_their_letters_and_lose_what_moves_a_terminal() {
        assertThat(Plain.text("  Größe 家 🗄 ")).isEqualTo("Größe 家 🗄");
        assertThat(Plain.text("Disk\u001b[2JStation\r\n\u0000")).isEqualTo("Disk[2JStation");
        assertThat(Plain.text("safe\u202egpj.exe")).isEqualTo("safegpj.exe");
        assertThat(Plain.text("one\u2028two\u0085")).isEqualTo("onetwo");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(Plain.text("🗄".repeat(500))).isEqualTo("🗄".repeat(64));
    }

    @ParameterizedTest
    @CsvSource({
        "00:11:32:AA:BB:CC, 00:11:32:aa:bb:cc",
        "00-11-32-aa-bb-cc, 00:11:32:aa:bb:cc",
        "001132AABBCC,      00:11:32:aa:bb:cc",
        "0011.32aa.bbcc,    00:11:32:aa:bb:cc",
    })
    void hardware_addresses_are_spelled_one_way(String said, String plain) {
        assertThat(Plain.mac(said)).hasValue(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "00:11:32:aa:bb",
                "00:11:32:aa:bb:cc:dd",
                "00:00:00:00:00:00",
                "ff:ff:ff:ff:ff:ff",
                "01:00:5e:00:00:fb",
                "gg:11:32:aa:bb:cc"
            })
    void what_is_no_address_of_one_card_joins_nothing(String said) {
        assertThat(Plain.mac(said)).isEmpty();
    }
}
