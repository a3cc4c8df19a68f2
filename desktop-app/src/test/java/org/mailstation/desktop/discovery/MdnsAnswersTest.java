package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.LOOPBACK;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

class MdnsAnswersTest {
    private static final InetAddress SENDER = ip("127.0.0.1");

    private final MdnsAnswers answers;

    MdnsAnswersTest() throws TextParseException {
        answers =
                new MdnsAnswers(
                        LOOPBACK,
                        Set.of(
                                Name.fromString("_http._tcp.local."),
                                Name.fromString("_ssh._tcp.local."),
                                Name.fromString("_qdiscover._tcp.local."),
                                Name.fromString("_device-info._tcp.local.")));
    }

    @Test
    void a_disk_station_tells_model_version_serial_and_its_cards() {
        assertThat(take(Zone.SYNOLOGY))
                .containsExactly(
                        new Sighting(
                                Channel.MDNS,
                                Kind.SYNOLOGY,
                                false,
                                "DiskStation",
                                "DS220+",
                                "DSM 7.2-69057",
                                "2150QWR012345",
                                Set.of("00:11:32:aa:bb:cc", "00:11:32:aa:bb:cd"),
                                List.of(SENDER),
                                0));
    }

    @Test
    void a_qnap_tells_the_same_in_one_text_with_commas() {
        Sighting told =
                take("""
                        _qdiscover._tcp.local. PTR slw._qdiscover._tcp.local.
                        slw._qdiscover._tcp.local. SRV 0 0 8080 slw.local.
                        slw._qdiscover._tcp.local. TXT "accessType=https,accessPort=443,model=TS-X64,displayModel=TS-464C,\
                        fwVer=5.2.9,fwBuildNum=20260214,serialNum=Q224I00001"
                        """)
                        .getFirst();
        assertThat(told.kind()).isEqualTo(Kind.QNAP);
        assertThat(told.model()).isEqualTo("TS-464C");
        assertThat(told.system()).isEqualTo("5.2.9 (20260214)");
        assertThat(told.serial()).isEqualTo("Q224I00001");
        assertThat(told.name()).isEqualTo("slw");
    }

    @Test
    void a_plain_computer_tells_its_name_and_where_ssh_answers() {
        Sighting told =
                take("""
                        _ssh._tcp.local. PTR My\\032server._ssh._tcp.local.
                        My\\032server._ssh._tcp.local. SRV 0 0 2222 homeserver.local.
                        My\\032server._ssh._tcp.local. TXT ""
                        homeserver.local. A 127.0.0.7
                        """)
                        .getFirst();
        assertThat(told.kind()).isNull();
        assertThat(told.name()).isEqualTo("homeserver");
        assertThat(told.sshPort()).isEqualTo(2222);
        assertThat(told.addresses()).containsExactly(ip("127.0.0.7"));
    }

    @Test
    void systems_that_keep_silent_are_known_by_the_name_they_come_with() {
        assertThat(kindOfHost("truenas")).isEqualTo(Kind.TRUENAS);
        assertThat(kindOfHost("OpenMediaVault")).isEqualTo(Kind.OPENMEDIAVAULT);
        assertThat(kindOfHost("attic")).isNull();
    }

    private @Nullable Kind kindOfHost(String host) {
        return take("_http._tcp.local. PTR "
                        + host
                        + "._http._tcp.local.\n"
                        + host
                        + "._http._tcp.local. SRV 0 0 80 "
                        + host
                        + ".local.")
                .getFirst()
                .kind();
    }

    @Test
    void a_laptop_is_ruled_out_and_samba_that_dresses_as_a_mac_is_not() {
        assertThat(deviceInfo("MacBookPro18,3").ruledOut()).isTrue();
        assertThat(deviceInfo("Xserve").ruledOut()).isFalse();
        assertThat(deviceInfo("MacPro7,1@ECOLOR=226,226,224").ruledOut()).isFalse();
    }

    private Sighting deviceInfo(String model) {
        // each under a name of its own, else it is the same device again
        String host = "h" + Integer.toHexString(model.hashCode());
        return take(host
                        + "._device-info._tcp.local. SRV 0 0 0 "
                        + host
                        + ".local.\n"
                        + host
                        + "._device-info._tcp.local. TXT \"model="
                        + model
                        + "\"")
                .getLast();
    }

    @Test
    void services_of_one_computer_are_one_device() {
        assertThat(
                        take(
                                Zone.SYNOLOGY
                                        + """
                                        _ssh._tcp.local. PTR DiskStation._ssh._tcp.local.
                                        DiskStation._ssh._tcp.local. SRV 0 0 22 DISKSTATION.local.
                                        DiskStation._device-info._tcp.local. SRV 0 0 0 DiskStation.local.
                                        DiskStation._device-info._tcp.local. TXT "model=Xserve"
                                        """))
                .singleElement()
                .satisfies(told -> assertThat(told.sshPort()).isEqualTo(22))
                .satisfies(told -> assertThat(told.kind()).isEqualTo(Kind.SYNOLOGY));
    }

    @Test
    void what_is_known_already_is_not_told_again() {
        take(Zone.SYNOLOGY);
        assertThat(take(Zone.SYNOLOGY)).isEmpty();
    }

    @Test
    void a_service_that_was_only_named_is_asked_about_once() {
        take("_http._tcp.local. PTR DiskStation._http._tcp.local.");
        assertThat(answers.incomplete()).hasSize(1);
        assertThat(answers.incomplete()).isEmpty();
    }

    @Test
    void an_address_elsewhere_is_not_believed() {
        assertThat(take(Zone.SYNOLOGY.replace("A 127.0.0.1", "A 8.8.8.8")))
                .singleElement()
                .satisfies(told -> assertThat(told.addresses()).containsExactly(SENDER));
    }

    @Test
    void who_is_not_in_this_network_is_not_listened_to() {
        assertThat(answers.take(Zone.of(Zone.SYNOLOGY).message(), ip("192.168.77.10"))).isEmpty();
    }

    @Test
    void a_question_is_no_answer() {
        Message question = Zone.of(Zone.SYNOLOGY).message();
        question.getHeader().unsetFlag(Flags.QR);
        assertThat(answers.take(question, SENDER)).isEmpty();
    }

    @Test
    void services_that_were_not_asked_for_are_ignored() {
        assertThat(
                        take(
                                """
                                _airplay._tcp.local. PTR TV._airplay._tcp.local.
                                TV._airplay._tcp.local. SRV 0 0 7000 TV.local.
                                local. SRV 0 0 1 TV.local.
                                . SRV 0 0 1 TV.local.
                                TV.local. A 127.0.0.9
                                """))
                .isEmpty();
    }

    @Test
    void a_neighbour_with_thousands_of_services_fills_no_memory() {
        int devices = 0;
        for (int i = 0; i < 40; i++) {
            StringBuilder lines = new StringBuilder();
            for (int j = 0; j < 100; j++) {
                String name = "x" + i + "-" + j;
                lines.append(name + "._http._tcp.local. SRV 0 0 80 " + name + ".local.\n");
                lines.append(name + ".local. A 127.0.0.8\n");
            }
            devices += take(lines.toString()).size();
        }
        assertThat(devices).isEqualTo(256);
    }

    private List<Sighting> take(String lines) {
        return answers.take(Zone.of(lines).message(), SENDER);
    }
}
