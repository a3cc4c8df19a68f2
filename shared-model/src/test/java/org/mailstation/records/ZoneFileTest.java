package org.mailstation.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Configs;
import org.mailstation.config.Ddns;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;
import org.xbill.DNS.Master;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** What is written here is read by dnsjava, as a name server would. */
class ZoneFileTest {
    private static List<Record> read(List<String> lines) throws IOException {
        String text = String.join("\n", lines) + "\n";
        List<Record> records = new ArrayList<>();
        try (Master reader =
                new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))) {
            for (Record record = reader.nextRecord();
                    record != null;
                    record = reader.nextRecord()) {
                records.add(record);
            }
        }
        return records;
    }

    private static String words(Record record) {
        String value =
                record instanceof TXTRecord text
                        ? String.join("", text.getStrings())
                        : record.rdataToString();
        String name = record.getName().toString(true);
        return name + " " + Type.string(record.getType()) + " " + value;
    }

    private static WantedRecord text(String value) {
        return new WantedRecord(
                "example.org",
                RecordType.TXT,
                value,
                Keeper.OWNER,
                Importance.OPTIONAL,
                Text.of("records.why.mx", "example.org"));
    }

    @Test
    void a_name_server_reads_the_same_records() throws IOException {
        StationConfig config = Configs.with(Configs.SMALL, "tls", new Tls(Tls.Source.ACME, "", ""));
        List<WantedRecord> wanted =
                WantedRecords.of(WantedRecordsTest.home(config), Texts.NONE).list();
        assertThat(read(ZoneFile.lines(wanted, Locale.ENGLISH)))
                .extracting(ZoneFileTest::words)
                .containsExactlyElementsOf(
                        wanted.stream()
                                .filter(one -> one.keeper() == Keeper.OWNER)
                                .map(one -> one.name() + " " + one.type() + " " + one.value())
                                .toList());
    }

    @Test
    void a_long_key_is_several_strings_of_one_record() throws IOException {
        WantedRecord key = Wanted.dkim("example.org", WantedRecordsTest.KEY);
        List<Record> records = read(List.of(ZoneFile.line(key)));
        assertThat(records).hasSize(1);
        List<byte[]> strings = ((TXTRecord) records.getFirst()).getStringsAsByteArrays();
        assertThat(strings).hasSize(2).allMatch(string -> string.length <= 255);
        assertThat(words(records.getFirst())).endsWith(key.value());
    }

    @Test
    void quotes_masks_and_letters_outside_ascii_come_through() throws IOException {
        String odd = "a \"quote\"; a \\ back; ümlaut " + "ß".repeat(300);
        List<Record> records = read(List.of(ZoneFile.line(text(odd))));
        byte[] octets = new byte[0];
        for (byte[] string : ((TXTRecord) records.getFirst()).getStringsAsByteArrays()) {
            octets = concat(octets, string);
        }
        assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(odd);
    }

    private static byte[] concat(byte[] one, byte[] two) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    @Test
    void an_empty_text_is_an_empty_string() throws IOException {
        assertThat(words(read(List.of(ZoneFile.line(text("")))).getFirst()))
                .isEqualTo("example.org TXT ");
    }

    @Test
    void what_the_station_or_the_provider_enters_is_a_comment() throws IOException {
        StationConfig config =
                Configs.with(
                        Configs.SMALL, "ddns", new Ddns("cloudflare", "mail.example.org", "", ""));
        List<String> lines =
                ZoneFile.lines(
                        WantedRecords.of(WantedRecordsTest.home(config), Texts.NONE).list(),
                        Locale.ENGLISH);
        assertThat(lines)
                .contains(
                        "; mail.example.org. 3600 IN A 198.51.100.7",
                        "; 7.100.51.198.in-addr.arpa. 3600 IN PTR mail.example.org.");
        assertThat(read(lines))
                .noneMatch(one -> one.getType() == Type.A || one.getType() == Type.PTR);
    }

    @Test
    void each_record_has_its_reason_in_the_reader_s_language_above_it() {
        List<WantedRecord> wanted = List.of(Wanted.mx("example.org", "mail.example.org"));
        assertThat(ZoneFile.lines(wanted, Locale.GERMAN))
                .containsExactly(
                        "; Sagt anderen, wohin Briefe an example.org gehen. Ohne ihn kommen keine an.",
                        "example.org. 3600 IN MX 10 mail.example.org.");
    }
}
