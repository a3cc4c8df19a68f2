package org.mailstation.clients;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What Outlook asks and is answered (MS-OXDSCLI, plain old XML). */
public final class Autodiscover {
    private static final String ANSWER =
            "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static final String SETTINGS =
            "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    private Autodiscover() {}

    /** The answer for one address, whether or not there is such a mailbox. */
    public static String of(ClientSettings settings, String address) {
        XmlText xml = new XmlText();
        xml.element(
                "Autodiscover",
                () ->
                        xml.element(
                                "Response",
                                () -> response(xml, settings, address),
                                "xmlns",
                                SETTINGS),
                "xmlns",
                ANSWER);
        return xml.toString();
    }

    private static void response(XmlText xml, ClientSettings settings, String address) {
        xml.element("User", () -> xml.text("DisplayName", address));
        xml.element(
                "Account",
                () -> {
                    xml.text("AccountType", "email");
                    xml.text("Action", "settings");
                    settings.incoming()
                            .forEach(
                                    way ->
                                            protocol(
                                                    xml,
                                                    way.isPop3() ? "POP3" : "IMAP",
                                                    settings.host(),
                                                    way,
                                                    address));
                    settings.sending()
                            .forEach(way -> protocol(xml, "SMTP", settings.host(), way, address));
                });
    }

    private static void protocol(
            XmlText xml, String type, String host, ClientWay way, String address) {
        xml.element(
                "Protocol",
                () -> {
                    xml.text("Type", type);
                    xml.text("Server", host);
                    xml.text("Port", way.port());
                    xml.text("DomainRequired", "off");
                    xml.text("LoginName", address);
                    xml.text("SPA", "off");
                    xml.text("SSL", "on");
                    xml.text("Encryption", way.tlsAtOnce() ? "SSL" : "TLS");
                    xml.text("AuthRequired", "on");
                    if (type.equals("SMTP")) {
                        xml.text("UsePOPAuth", "off");
                        xml.text("SMTPLast", "off");
                    }
                });
    }

    /**
     * The address that a request is about; empty if there is none, or it is no XML that a mail
     * program sends: no document type is read, and nothing is fetched from anywhere.
     *
     * @param request bounded by the caller
     */
    public static Optional<String> address(String request) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(request));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("EMailAddress")) {
                    return Optional.of(reader.getElementText().strip());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException malformed) {
            return Optional.empty();
        }
    }
}
