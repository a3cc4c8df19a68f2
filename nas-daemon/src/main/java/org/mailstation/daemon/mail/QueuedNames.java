package org.mailstation.daemon.mail;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Envelope;

/**
 * Sender and recipients as James's mails hold them. James knows no addresses beyond ASCII: of a
 * letter with one, all local parts are in the coded form of web pages, and an attribute says so.
 */
final class QueuedNames {
    private static final AttributeName CODED = AttributeName.of("coded-addresses");

    private final boolean coded;

    private QueuedNames(boolean coded) {
        this.coded = coded;
    }

    static QueuedNames of(Envelope envelope) {
        Address sender = envelope.sender();
        return new QueuedNames(
                sender != null && sender.isInternational()
                        || envelope.recipients().stream().anyMatch(Address::isInternational));
    }

    static QueuedNames of(Mail mail) {
        return new QueuedNames(
                AttributeUtils.getValueAndCastFromMail(mail, CODED, Boolean.class).orElse(false));
    }

    Attribute attribute() {
        return new Attribute(CODED, AttributeValue.of(coded));
    }

    MaybeSender sender(@Nullable Address sender) throws AddressException {
        return sender == null ? MaybeSender.nullSender() : MaybeSender.of(james(sender));
    }

    List<MailAddress> recipients(List<Address> addresses) throws AddressException {
        List<MailAddress> all = new ArrayList<>();
        for (Address address : addresses) {
            all.add(james(address));
        }
        return all;
    }

    private MailAddress james(Address address) throws AddressException {
        return coded
                ? new MailAddress(
                        URLEncoder.encode(address.local(), StandardCharsets.UTF_8),
                        address.domain())
                : new MailAddress(address.toString());
    }

    Optional<Address> sender(Mail mail) {
        return mail.getMaybeSender().asOptional().flatMap(this::address);
    }

    List<Address> recipients(Mail mail) {
        return mail.getRecipients().stream().flatMap(one -> address(one).stream()).toList();
    }

    private Optional<Address> address(MailAddress james) {
        return Address.parse(
                coded
                        ? URLDecoder.decode(james.getLocalPart(), StandardCharsets.UTF_8)
                                + "@"
                                + james.getDomain().asString()
                        : james.asString());
    }
}
