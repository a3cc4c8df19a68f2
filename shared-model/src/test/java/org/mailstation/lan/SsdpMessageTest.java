package org.mailstation.lan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsdpMessageTest {

    @Test
    void the_search_has_the_headers_that_devices_insist_on() {
        assertThat(new String(SsdpMessage.search("upnp:rootdevice"), UTF_8))
                .isEqualTo(
                        "M-SEARCH * HTTP/1.1\r\n"
                                + "HOST: 239.255.255.250:1900\r\n"
                                + "MAN: \"ssdp:discover\"\r\n"
                                + "MX: 1\r\n"
                                + "ST: upnp:rootdevice\r\n\r\n");
    }

    @Test
    void header_names_are_read_in_any_case() {
        SsdpMessage message =
                SsdpMessage.response(
                                "HTTP/1.1 200 OK\r\nLOCATION:http://192.168.77.10:5000/d.xml\r\nserver: Synology/DSM/192.168.77.10\r\n\r\n"
                                        .getBytes(UTF_8))
                        .orElseThrow();
        assertThat(message.headers()).containsEntry("server", "Synology/DSM/192.168.77.10");
        assertThat(message.description(InetAddress.ofLiteral("192.168.77.10")))
                .hasValueSatisfying(uri -> assertThat(uri.getPath()).isEqualTo("/d.xml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "M-SEARCH * HTTP/1.1\r\nST: upnp:rootdevice\r\n\r\n",
                "NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.77.10/\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
            })
    void what_is_no_answer_is_not_read(String datagram) {
        assertThat(SsdpMessage.response(datagram.getBytes(UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.168.77.10:5000/ssdp/desc-DSM-eth0.xml, true",
        "HTTP://192.168.77.10/,                            true",
        "http://192.168.77.11:5000/d.xml,                  false",
        "http://8.8.8.8/d.xml,                             false",
        "http://diskstation.example/d.xml,                 false",
        "http://localhost/d.xml,                           false",
        "http://192.168.77.10.evil.example/d.xml,          false",
        "http://someone@192.168.77.10/d.xml,               false",
        "http://192.168.77.10@8.8.8.8/d.xml,               false",
        "http://192.168.77.10:0/,                          false",
        "http://192.168.77.10:99999/,                      false",
        "https://192.168.77.10/d.xml,                      false",
        "file:///etc/passwd,                               false",
        "'http://192.168.77.10/ x',                        false",
        "'',                                               false",
    })
    void a_description_is_fetched_only_from_who_answered(String location, boolean fetched) {
        SsdpMessage message = new SsdpMessage(java.util.Map.of("location", location));
        assertThat(message.description(InetAddress.ofLiteral("192.168.77.10")).isPresent())
                .isEqualTo(fetched);
    }
}
