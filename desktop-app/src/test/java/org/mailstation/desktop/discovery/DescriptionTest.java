package org.mailstation.desktop.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionTest {
    static final String DISK_STATION =
            device(
                    """
                    <deviceType>urn:schemas-upnp-org:device:Basic:1</deviceType>
                    <friendlyName>DiskStation (DS216+II)</friendlyName>
                    <manufacturer>Synology</manufacturer>
                    <modelName>DS216+II</modelName>
                    <modelNumber>DS216+II 6.2-25426</modelNumber>
                    <modelType>NAS</modelType>
                    <serialNumber>001132AABBCC</serialNumber>
                    <UDN>uuid:73796E6F-6473-6D00-0000-001132aabbcc</UDN>
                    <presentationURL>http://127.0.0.1:5000/</presentationURL>
                    """);

    @Test
    void a_disk_station_tells_name_model_version_and_card() {
        assertThat(told(DISK_STATION))
                .isEqualTo(
                        new Sighting(
                                Channel.SSDP,
                                Kind.SYNOLOGY,
                                false,
                                "DiskStation",
                                "DS216+II",
                                "DSM 6.2-25426",
                                "",
                                Set.of("00:11:32:aa:bb:cc"),
                                List.of(ip("127.0.0.1")),
                                0));
    }

    @ParameterizedTest
    @CsvSource({
        "Synology,      Basic:1,                 SYNOLOGY, false",
        "Synology Inc,  MediaServer:1,           SYNOLOGY, false",
        "Synology,      IPCamera:1,              ,         true",
        "QNAP Systems,  Basic:1,                 QNAP,     false",
        "AVM Berlin,    InternetGatewayDevice:2, ,         true",
        "LG,            MediaRenderer:1,         ,         true",
        "HP,            Printer:1,               ,         true",
        "Somebody,      Basic:1,                 ,         false",
        "'',            '',                      ,         false",
    })
    void maker_and_type_say_what_it_is(String maker, String type, Kind kind, boolean ruledOut) {
        Sighting told =
                told(
                        device(
                                "<deviceType>urn:schemas-upnp-org:device:"
                                        + type
                                        + "</deviceType><manufacturer>"
                                        + maker
                                        + "</manufacturer>"));
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.ruledOut()).isEqualTo(ruledOut);
    }

    @ParameterizedTest
    @CsvSource({
        "DS216+II 6.2-25426,  DS216+II,  DSM 6.2-25426",
        "DS920+ 7.2.1-69057,  DS920+,    DSM 7.2.1-69057",
        "DS920+,              DS920+,    ''",
        "'',                  '',        ''",
    })
    void model_and_version_stand_in_one_line(String number, String model, String system) {
        Sighting told = told(DISK_STATION.replace("DS216+II 6.2-25426", number));
        assertThat(told.model()).isEqualTo(model);
        assertThat(told.system()).isEqualTo(system);
    }

    @Test
    void a_device_inside_the_device_is_not_meant() {
        Sighting told =
                told(
                        device(
                                "<manufacturer>Somebody</manufacturer><deviceList><device>"
                                        + "<manufacturer>Synology</manufacturer></device></deviceList>"));
        assertThat(told.kind()).isNull();
    }

    @Test
    void entities_that_grow_or_read_files_are_refused() {
        String laughs =
                "<!DOCTYPE root [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        String file = "<!DOCTYPE root [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>";
        String elsewhere = "<!DOCTYPE root SYSTEM \"http://127.0.0.1:9/grammar.dtd\">";
        String body = "<root><device><friendlyName>&c;</friendlyName></device></root>";
        assertThat(Description.parse((laughs + body).getBytes(UTF_8))).isEmpty();
        assertThat(Description.parse((file + body).getBytes(UTF_8))).isEmpty();
        assertThat(Description.parse((elsewhere + DISK_STATION.substring(21)).getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void what_is_not_well_formed_or_nests_without_end_is_refused() {
        for (String odd :
                List.of(
                        "",
                        "<html><body>Not found",
                        "\u0000\u0001\u0002",
                        DISK_STATION.replace("</root>", ""),
                        "<root><device><friendlyName><b>x</b></friendlyName></device></root>",
                        "<a>".repeat(20_000))) {
            assertThat(Description.parse(odd.getBytes(UTF_8))).as(odd).isEmpty();
        }
    }

    static String device(String elements) {
        return "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\">"
                + "<specVersion><major>1</major><minor>0</minor></specVersion><device>"
                + elements
                + "</device></root>";
    }

    private static Sighting told(String xml) {
        return Description.parse(xml.getBytes(UTF_8))
                .orElseThrow()
                .addTo(Sighting.at(Channel.SSDP, ip("127.0.0.1")));
    }
}
