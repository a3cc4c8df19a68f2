package org.mailstation.clients;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A configuration profile for iPhone, iPad and Mac (Apple's Configuration Profile Reference, mail
 * payload). It holds no password: the device asks for it.
 */
public final class AppleProfile {
    private static final String TYPE =
            "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\""
                    + " \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";

    private AppleProfile() {}

    /**
     * @param settings complete
     * @param name of the person; may be empty
     */
    public static String of(ClientSettings settings, String address, String name) {
        XmlText xml = new XmlText().head(TYPE);
        xml.element(
                "plist",
                () ->
                        xml.element(
                                "dict",
                                () -> {
                                    xml.text("key", "PayloadContent");
                                    xml.element(
                                            "array",
                                            () ->
                                                    xml.element(
                                                            "dict",
                                                            () ->
                                                                    mail(
                                                                            xml, settings, address,
                                                                            name)));
                                    string(xml, "PayloadDisplayName", address);
                                    string(xml, "PayloadDescription", "Mail of " + address);
                                    payload(xml, "Configuration", "", settings, address);
                                    flag(xml, "PayloadRemovalDisallowed", false);
                                }),
                "version",
                "1.0");
        return xml.toString();
    }

    /** The same address always gives the same names, so that a new profile replaces an old one. */
    private static void payload(
            XmlText xml, String type, String part, ClientSettings settings, String address) {
        String name = "org.mailstation." + settings.host() + "." + address + part;
        string(xml, "PayloadIdentifier", name);
        string(xml, "PayloadType", type);
        string(
                xml,
                "PayloadUUID",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        number(xml, "PayloadVersion", 1);
    }

    private static void mail(XmlText xml, ClientSettings settings, String address, String name) {
        ClientWay incoming = settings.incoming().getFirst();
        string(xml, "EmailAccountType", incoming.isPop3() ? "EmailTypePOP" : "EmailTypeIMAP");
        string(xml, "EmailAccountName", name.isEmpty() ? address : name);
        string(xml, "EmailAccountDescription", address);
        string(xml, "EmailAddress", address);
        server(xml, "Incoming", settings.host(), incoming, address);
        server(xml, "Outgoing", settings.host(), settings.sending().getFirst(), address);
        flag(xml, "OutgoingPasswordSameAsIncomingPassword", true);
        string(xml, "PayloadDisplayName", address);
        payload(xml, "com.apple.mail.managed", ".mail", settings, address);
    }

    private static void server(
            XmlText xml, String direction, String host, ClientWay way, String address) {
        String server = direction + "MailServer";
        string(xml, server + "Authentication", "EmailAuthPassword");
        string(xml, server + "HostName", host);
        number(xml, server + "PortNumber", way.port());
        flag(xml, server + "UseSSL", true);
        string(xml, server + "Username", address);
    }

    private static void string(XmlText xml, String key, String value) {
        xml.text("key", key).text("string", value);
    }

    private static void number(XmlText xml, String key, int value) {
        xml.text("key", key).text("integer", value);
    }

    private static void flag(XmlText xml, String key, boolean value) {
        xml.text("key", key).empty(value ? "true" : "false");
    }
}
