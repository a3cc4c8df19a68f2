package org.mailstation.router.igd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.router.Pinholes;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;

@Timeout(60)
class IgdPinholesTest {
    private static final Inet6Address OWN = (Inet6Address) InetAddress.ofLiteral("2001:db8::25");
    private static final Duration HOUR = Duration.ofHours(1);

    private FakeRouter home;

    @BeforeEach
    void open() throws IOException {
        home = new FakeRouter();
        home.type = "urn:schemas-upnp-org:service:WANIPv6FirewallControl:1";
    }

    @AfterEach
    void close() {
        home.close();
    }

    private IgdPinholes pinholes() {
        return new IgdPinholes(
                new Soap(
                        new IgdDescription.Service(home.type, home.control()),
                        Duration.ofSeconds(20)));
    }

    private void says(String action, String values) {
        home.says =
                FakeRouter.envelope(
                        "<u:%1$sResponse xmlns:u='%2$s'>%3$s</u:%1$sResponse>"
                                .formatted(action, home.type, values));
    }

    private void refuses(int code) {
        home.httpStatus = 500;
        home.says =
                FakeRouter.envelope(
                        "<s:Fault><detail><UPnPError><errorCode>"
                                + code
                                + "</errorCode></UPnPError></detail></s:Fault>");
    }

    @ParameterizedTest
    @CsvSource({"1, 0, true, false", "true, yes, true, true", "0, 1, false, true"})
    void the_firewall_says_what_it_does(String on, String wishes, boolean isOn, boolean takes) {
        says(
                "GetFirewallStatus",
                "<FirewallEnabled>%s</FirewallEnabled><InboundPinholeAllowed>%s</InboundPinholeAllowed>"
                        .formatted(on, wishes));
        assertThat(pinholes().firewall())
                .isEqualTo(new RouterAnswer.Given<>(new Pinholes.Firewall(isOn, takes)));
    }

    @Test
    void a_door_is_opened_kept_open_and_closed() {
        says("AddPinhole", "<UniqueID>17</UniqueID>");
        assertThat(pinholes().open(OWN, 25, HOUR)).isEqualTo(new RouterAnswer.Given<>(17));
        says("UpdatePinhole", "");
        assertThat(pinholes().renew(17, HOUR)).isEqualTo(new RouterAnswer.Given<>(true));
        says("DeletePinhole", "");
        assertThat(pinholes().close(17)).isEqualTo(new RouterAnswer.Given<>(true));
        assertThat(home.called).containsExactly("AddPinhole", "UpdatePinhole", "DeletePinhole");
    }

    @ParameterizedTest
    @CsvSource({
        "606, NOT_AUTHORISED",
        "701, NO_ROOM",
        "702, NOT_AUTHORISED",
        "703, NOT_AUTHORISED",
        "704, NO_ENTRY",
        "705, OTHER",
    })
    void a_refusal_has_a_reason(int code, Refusal reason) {
        refuses(code);
        assertThat(pinholes().open(OWN, 25, HOUR))
                .isEqualTo(new RouterAnswer.Refused<Integer>(reason, code, ""));
        assertThat(pinholes().renew(1, HOUR))
                .isEqualTo(new RouterAnswer.Refused<Boolean>(reason, code, ""));
    }

    @Test
    void an_answer_without_what_was_asked_for_is_none() {
        says("GetFirewallStatus", "");
        assertThat(pinholes().firewall()).isInstanceOf(RouterAnswer.Garbled.class);
        says("AddPinhole", "<UniqueID>x</UniqueID>");
        assertThat(pinholes().open(OWN, 25, HOUR)).isInstanceOf(RouterAnswer.Garbled.class);
    }
}
