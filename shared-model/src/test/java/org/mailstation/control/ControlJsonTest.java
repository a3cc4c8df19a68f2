package org.mailstation.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

class ControlJsonTest {
    @Test
    void a_status_is_readable_and_read_again() {
        String json = ControlJson.write(FakeStation.STATUS);
        assertThat(json)
                .contains("\"startedAt\": \"2026-11-24T12:00:00.123Z\"")
                .contains("\"open\": \"internet\"")
                .contains("\"kind\": \"DnsRecord\"")
                .contains("<such> domain")
                .doesNotContain("\"certificate\"");
        assertThat(ControlJson.read(json, StationStatus.class)).isEqualTo(FakeStation.STATUS);
    }

    @Test
    void every_kind_of_a_family_comes_back_as_itself() {
        for (StationEvent event :
                List.of(
                        new StationEvent.ConfigurationChanged(FakeStation.NOON, 5),
                        new StationEvent.HealthChanged(FakeStation.NOON, Health.BROKEN),
                        new StationEvent.LetterDelivered(FakeStation.NOON, "a", "", "<1>"),
                        new StationEvent.AddressShutOut(
                                FakeStation.NOON,
                                new Ban("192.0.2.1", Ban.Reason.LOGINS, FakeStation.NOON, 10)),
                        new StationEvent.LetterCame(FakeStation.NOON, "", List.of("a"), "<1>"),
                        new StationEvent.LetterRefused(
                                FakeStation.NOON, "", List.of("a"), "550 no", "<1>"),
                        new StationEvent.LetterSent(FakeStation.NOON, "a", "b", "<1>"),
                        new StationEvent.LetterDelayed(
                                FakeStation.NOON, "a", "mx", "451 later", FakeStation.NOON, "<1>"),
                        new StationEvent.LetterReturned(
                                FakeStation.NOON, "a", null, "550 no", "<1>"))) {
            assertThat(ControlJson.read(ControlJson.write(event), StationEvent.class))
                    .isEqualTo(event);
        }
        assertThat(ControlJson.read(ControlJson.write(new ApplyOutcome.Busy()), ApplyOutcome.class))
                .isEqualTo(new ApplyOutcome.Busy());
        PasswordOutcome refused = new PasswordOutcome.Refused(Text.of("password.too-short", 8));
        assertThat(ControlJson.read(ControlJson.write(refused), PasswordOutcome.class))
                .isEqualTo(refused);
    }

    @Test
    void no_component_has_the_name_that_tells_the_kind() throws ClassNotFoundException {
        for (var type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.mailstation")) {
            Class<?> loaded = type.reflect();
            if (loaded.isRecord() && SealedAdapter.isMember(loaded)) {
                assertThat(
                                Arrays.stream(loaded.getRecordComponents())
                                        .map(RecordComponent::getName))
                        .as(loaded.getName())
                        .doesNotContain(SealedAdapter.KIND);
            }
        }
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(ControlJson.write(new PutSecret("relay", new Secret("s3cret"))))
                .doesNotContain("s3cret");
        assertThat(new PutSecret("relay", new Secret("s3cret")).toString())
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                                               | QueueStatus without "waiting"
            {"waiting":null}                                 | QueueStatus without "waiting"
            {"waiting":"many"}                               | many
            {"waiting":1,"oldest":"yesterday"}               | not a moment
            {"waiting":1.5}                                  | 1.5
            []                                               | BEGIN_OBJECT
            null                                             | nothing
            ''                                               | nothing
            {"waiting":1} {}                                 |
            {waiting:1}                                      |
            """)
    void a_record_that_lacks_something_is_refused(String json, String why) {
        assertThatThrownBy(() -> ControlJson.read(json, QueueStatus.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why == null ? "" : why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"revision":1}                                   | without "kind"
            {"kind":1,"revision":1}                          | unknown kind
            {"kind":"Exploded","revision":1}                 | unknown kind "Exploded", known are [Applied, Busy, Rejected, RolledBack, Stale]
            {"kind":"Stale"}                                 | Stale without "revision"
            {"kind":"Rejected"}                              | Rejected without "problems"
            {"kind":"Rejected","problems":[null]}            | Rejected with a value that cannot be
            {"kind":"Rejected","problems":{}}                | BEGIN_ARRAY
            5                                                | without "kind"
            """)
    void a_member_of_a_family_that_is_unknown_is_refused(String json, String why) {
        assertThatThrownBy(() -> ControlJson.read(json, ApplyOutcome.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_word_that_is_unknown_is_refused() {
        assertThatThrownBy(() -> ControlJson.read("\"splendid\"", Health.class))
                .hasMessageContaining("\"splendid\" is none of [fine, attention, broken, unknown]");
    }

    @Test
    void what_a_newer_program_adds_is_passed_over_and_what_may_be_missing_may_be_missing() {
        assertThat(
                        ControlJson.read(
                                "{\"waiting\":1,\"newer\":{\"x\":[1]},\"oldest\":null}",
                                QueueStatus.class))
                .isEqualTo(new QueueStatus(1, null));
    }
}
