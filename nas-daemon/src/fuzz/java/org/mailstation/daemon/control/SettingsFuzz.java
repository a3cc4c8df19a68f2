package org.mailstation.daemon.control;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ControlJson;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationStatus;

/** The file of settings and messages of the control socket. */
class SettingsFuzz {
    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "host-name",
        "domains",
        "[[account]]",
        "address",
        "[ports.smtp]",
        "open",
        "[network]",
        "line",
        "[ddns]",
        "[tls]",
        "\\\"\\\"\\\"",
        "'''",
        " = ",
        "1979-05-27T07:32:00Z",
        "\\\\u0000",
        "0x",
        "nan"
    })
    void a_file_of_settings_is_read_or_all_its_mistakes_are_told(FuzzedDataProvider data) {
        StationToml.read(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "{\\\"kind\\\":",
        "\\\"revision\\\"",
        "\\\"listeners\\\"",
        "\\\"at\\\"",
        "2026-01-31T12:00:00Z",
        "[]",
        "{}",
        "null",
        "true"
    })
    void a_message_is_read_or_refused_as_such(FuzzedDataProvider data) {
        String json = data.consumeRemainingAsString();
        for (Class<?> type : new Class<?>[] {StationEvent.class, StationStatus.class}) {
            try {
                ControlJson.read(json, type);
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
    }
}
