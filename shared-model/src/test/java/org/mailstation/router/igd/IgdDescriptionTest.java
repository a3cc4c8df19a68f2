package org.mailstation.router.igd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgdDescriptionTest {
    private static final URI LOCATION = URI.create("http://192.168.77.1:5555/rootDesc.xml");

    private static Optional<IgdDescription> read(String root) {
        return IgdDescription.parse(("<root>" + root + "</root>").getBytes(UTF_8), LOCATION);
    }

    private static String device(String inner) {
        return "<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:2</deviceType>"
                + inner
                + "</device>";
    }

    private static String service(String control) {
        return "<serviceList><service><serviceType>t</serviceType><controlURL>"
                + control
                + "</controlURL></service></serviceList>";
    }

    @ParameterizedTest
    @CsvSource({
        "/ctl/IPConn,                    http://192.168.77.1:5555/ctl/IPConn",
        "ctl,                            http://192.168.77.1:5555/ctl",
        "http://192.168.77.1:49000/ctl,  http://192.168.77.1:49000/ctl",
        "http://192.168.77.2:5555/ctl,   ",
        "http://example.org/ctl,         ",
        "https://192.168.77.1/ctl,       ",
        "//192.168.77.66/ctl,            ",
        "file:///etc/passwd,             ",
        "'a b',                          ",
        "'',                             ",
    })
    void actions_are_called_only_at_the_router_itself(String control, String expected) {
        assertThat(read(device(service(control))).orElseThrow().services())
                .extracting(one -> one.control().toString())
                .isEqualTo(expected == null ? java.util.List.of() : java.util.List.of(expected));
    }

    @Test
    void an_old_router_names_its_base() {
        String base = "<URLBase>http://192.168.77.1:49152/a/</URLBase>";
        assertThat(
                        read(base + device(service("ctl")))
                                .orElseThrow()
                                .services()
                                .getFirst()
                                .control())
                .isEqualTo(URI.create("http://192.168.77.1:49152/a/ctl"));
        String elsewhere = "<URLBase>http://8.8.8.8/</URLBase>";
        assertThat(
                        read(elsewhere + device(service("ctl")))
                                .orElseThrow()
                                .services()
                                .getFirst()
                                .control())
                .isEqualTo(URI.create("http://192.168.77.1:5555/ctl"));
    }

    @Test
    void its_name_is_one_line_of_limited_length() {
        assertThat(
                        read(device(
                                        "<friendlyName>A\u0007\n\n B "
                                                + "x".repeat(500)
                                                + "</friendlyName>"))
                                .isEmpty())
                .as("a control character is not XML")
                .isTrue();
        IgdDescription long_ =
                read(device("<friendlyName>A\n\n B " + "x".repeat(500) + "</friendlyName>"))
                        .orElseThrow();
        assertThat(long_.name()).startsWith("A B xxx").hasSize(120);
        assertThat(
                        read(device("<manufacturer>AVM</manufacturer><modelName>7590</modelName>"))
                                .orElseThrow()
                                .name())
                .isEqualTo("AVM 7590");
    }

    @Test
    void its_page_is_shown_only_if_it_is_its_own() {
        assertThat(read(device("<presentationURL>/</presentationURL>")).orElseThrow().page())
                .isEqualTo(URI.create("http://192.168.77.1:5555/"));
        assertThat(
                        read(device("<presentationURL>http://evil.example/</presentationURL>"))
                                .orElseThrow()
                                .page())
                .isNull();
    }

    @Test
    void another_device_is_no_router() {
        assertThat(read("<device><deviceType>urn:x:device:Basic:1</deviceType></device>"))
                .isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(IgdDescription.parse("no xml".getBytes(UTF_8), LOCATION)).isEmpty();
    }
}
