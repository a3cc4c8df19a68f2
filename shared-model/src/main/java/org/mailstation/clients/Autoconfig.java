package org.mailstation.clients;

/**
 * The file that Thunderbird and its kin look for (Thunderbird:Autoconfiguration, configuration file
 * version 1.1). It is the same for every address of a domain.
 */
public final class Autoconfig {
    /** What the program puts its user's address in for. */
    private static final String ADDRESS = "%EMAILADDRESS%";

    private Autoconfig() {}

    public static String of(ClientSettings settings) {
        XmlText xml = new XmlText();
        xml.element(
                "clientConfig",
                () ->
                        xml.element(
                                "emailProvider",
                                () -> provider(xml, settings),
                                "id",
                                settings.domain()),
                "version",
                "1.1");
        return xml.toString();
    }

    private static void provider(XmlText xml, ClientSettings settings) {
        xml.text("domain", settings.domain());
        xml.text("displayName", settings.domain());
        xml.text("displayShortName", settings.domain());
        settings.incoming()
                .forEach(
                        way ->
                                server(
                                        xml,
                                        "incomingServer",
                                        way.isPop3() ? "pop3" : "imap",
                                        settings.host(),
                                        way));
        settings.sending()
                .forEach(way -> server(xml, "outgoingServer", "smtp", settings.host(), way));
    }

    private static void server(
            XmlText xml, String element, String type, String host, ClientWay way) {
        xml.element(
                element,
                () -> {
                    xml.text("hostname", host);
                    xml.text("port", way.port());
                    xml.text("socketType", way.tlsAtOnce() ? "SSL" : "STARTTLS");
                    xml.text("authentication", "password-cleartext");
                    xml.text("username", ADDRESS);
                },
                "type",
                type);
    }
}
