package org.mailstation.daemon.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    @TempDir Path folder;

    private Ledger open() throws IOException {
        return Ledger.open(folder.resolve("forwards"), new Random());
    }

    @Test
    void nonce_and_ports_survive_a_restart() throws IOException {
        Ledger ledger = open();
        ledger.add(25, 2525);
        ledger.add(993, 993);
        ledger.remove(993);
        assertThat(open().asked()).isEqualTo(Map.of(25, 2525));
        assertThat(open().nonce().hex()).isEqualTo(ledger.nonce().hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonce 00", "25 2525", "nonce 0102030405060708090a0b0c\n25", "x y"})
    void a_damaged_one_is_not_overwritten(String text) throws IOException {
        Files.writeString(folder.resolve("forwards"), text);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        assertThat(folder.resolve("forwards")).hasContent(text);
    }

    @Test
    void one_that_is_not_saved_works_all_the_same() throws IOException {
        Ledger ledger = Ledger.unsaved(new Random());
        ledger.add(25, 25);
        assertThat(ledger.asked()).isEqualTo(Map.of(25, 25));
        assertThat(folder).isEmptyDirectory();
    }
}
