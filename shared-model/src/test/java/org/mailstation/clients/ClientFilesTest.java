package org.mailstation.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Account;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What mail programs read, read again by the JDK's own XML. */
class ClientFilesTest {
    private static final String ANNA = "anna@example.org";
    private static final StationConfig HOME =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account(ANNA, "Anna & <Söhne>", 0, true)));

    private static ClientSettings settings(boolean pop3) {
        return ClientSettings.of(HOME, "example.org", pop3);
    }

    private static Document parsed(String xml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
        return builder.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> values(String xml, String path) throws Exception {
        NodeList nodes =
                (NodeList)
                        XPathFactory.newInstance()
                                .newXPath()
                                .evaluate(path, parsed(xml), XPathConstants.NODESET);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void thunderbird_reads_the_servers_of_a_domain_for_every_address() throws Exception {
        String file = Autoconfig.of(settings(false));

        assertThat(values(file, "/clientConfig/@version")).containsExactly("1.1");
        assertThat(values(file, "//emailProvider/@id")).containsExactly("example.org");
        assertThat(values(file, "//domain")).containsExactly("example.org");
        assertThat(values(file, "//incomingServer/@type")).containsExactly("imap", "pop3");
        assertThat(values(file, "//incomingServer/port")).containsExactly("993", "995");
        assertThat(values(file, "//outgoingServer[@type='smtp']/port")).containsExactly("465");
        assertThat(values(file, "//hostname")).containsOnly("mail.example.org");
        assertThat(values(file, "//socketType")).containsOnly("SSL");
        assertThat(values(file, "//username")).containsOnly("%EMAILADDRESS%");
        assertThat(values(file, "//authentication")).containsOnly("password-cleartext");
    }

    @Test
    void the_wished_protocol_comes_first() throws Exception {
        assertThat(values(Autoconfig.of(settings(true)), "//incomingServer/@type"))
                .containsExactly("pop3", "imap");
    }

    private static Ports ports(Object... servicesAndOpenings) {
        Ports ports = Ports.STANDARD;
        for (int i = 0; i < servicesAndOpenings.length; i += 2) {
            Service service = (Service) servicesAndOpenings[i];
            Port.Open open = (Port.Open) servicesAndOpenings[i + 1];
            ports = ports.with(service, new Port(1000 + service.standardPort(), 20_000, open));
        }
        return ports;
    }

    @Test
    void what_is_open_to_the_internet_comes_before_what_is_encrypted_from_the_first_byte() {
        StationConfig other =
                HOME.withPorts(
                        ports(
                                Service.IMAPS, Port.Open.LAN,
                                Service.IMAP, Port.Open.INTERNET,
                                Service.SUBMISSIONS, Port.Open.OFF,
                                Service.POP3, Port.Open.OFF,
                                Service.POP3S, Port.Open.OFF));
        ClientSettings settings = ClientSettings.of(other, "example.org", false);

        assertThat(settings.incoming()).containsExactly(new ClientWay(Service.IMAP, 20_000, true));
        assertThat(settings.sending())
                .containsExactly(new ClientWay(Service.SUBMISSION, 587, false));
        assertThat(settings.complete()).isTrue();
    }

    @Test
    void a_station_where_nobody_can_send_says_so() {
        StationConfig mute =
                HOME.withPorts(
                        ports(
                                Service.SUBMISSIONS, Port.Open.OFF,
                                Service.SUBMISSION, Port.Open.OFF));

        assertThat(ClientSettings.of(mute, "example.org", false).complete()).isFalse();
    }

    @Test
    void outlook_is_told_the_servers_of_one_address() throws Exception {
        String file = Autodiscover.of(settings(false), ANNA);

        assertThat(values(file, "//*[local-name()='Action']")).containsExactly("settings");
        assertThat(values(file, "//*[local-name()='Protocol']/*[local-name()='Type']"))
                .containsExactly("IMAP", "POP3", "SMTP");
        assertThat(values(file, "//*[local-name()='Port']")).containsExactly("993", "995", "465");
        assertThat(values(file, "//*[local-name()='LoginName']")).containsOnly(ANNA);
        assertThat(values(file, "//*[local-name()='Encryption']")).containsOnly("SSL");
        assertThat(values(file, "//*[local-name()='SPA']")).containsOnly("off");
    }

    @Test
    void apple_reads_one_mailbox_without_a_password_and_replaces_it_later() throws Exception {
        String file = AppleProfile.of(settings(false), ANNA, "Anna & <Söhne>");

        assertThat(file).contains("<!DOCTYPE plist PUBLIC");
        assertThat(after(file, "EmailAccountType")).isEqualTo("EmailTypeIMAP");
        assertThat(after(file, "EmailAccountName")).isEqualTo("Anna & <Söhne>");
        assertThat(after(file, "IncomingMailServerPortNumber")).isEqualTo("993");
        assertThat(after(file, "OutgoingMailServerPortNumber")).isEqualTo("465");
        assertThat(file.toLowerCase(Locale.ROOT)).doesNotContain("<key>incomingpassword");
        assertThat(AppleProfile.of(settings(false), ANNA, "Anna & <Söhne>")).isEqualTo(file);
        assertThat(after(AppleProfile.of(settings(true), ANNA, ""), "EmailAccountType"))
                .isEqualTo("EmailTypePOP");
    }

    private static String after(String file, String key) throws Exception {
        return values(file, "//key[.='" + key + "']/following-sibling::*[1]").getFirst();
    }

    @Test
    void a_person_gets_words() {
        assertThat(String.join("\n", ClientWords.lines(settings(false), ANNA)))
                .contains("mail.example.org", "993", "465", ANNA);
    }

    @Test
    void the_address_of_outlooks_question_is_found() {
        String question =
                "<?xml version=\"1.0\"?><Autodiscover xmlns=\"http://schemas.microsoft.com/exchange"
                        + "/autodiscover/outlook/requestschema/2006\"><Request><EMailAddress> "
                        + ANNA
                        + "</EMailAddress></Request></Autodiscover>";
        assertThat(Autodiscover.address(question)).contains(ANNA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST",
                "<a>",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<a><EMailAddress>&x;</EMailAddress></a>",
                "<!DOCTYPE a [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
                        + "<a><EMailAddress>&b;</EMailAddress></a>",
                "<EMailAddress><b/></EMailAddress>"
            })
    void what_no_mail_program_asks_is_not_understood_and_fetches_nothing(String question) {
        assertThat(Autodiscover.address(question)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"<x>&\"'", "a]]>b"})
    void whatever_stands_in_an_address_stays_text(String odd) throws Exception {
        String file = Autodiscover.of(settings(false), odd);
        assertThat(values(file, "//*[local-name()='DisplayName']")).containsExactly(odd);
    }
}
