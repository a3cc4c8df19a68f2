package org.mailstation.daemon.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;
import org.apache.mailet.PerRecipientHeaders.Header;

/** James's mail as an envelope, and back. */
final class JamesMail {
    private JamesMail() {}

    static Envelope envelope(
            Mail mail, Instant enqueued, Instant next, int attempts, int revision) {
        Date updated = mail.getLastUpdated();
        Map<String, JsonNode> attributes = new HashMap<>();
        mail.attributes()
                .forEach(
                        attribute ->
                                SafeAttributes.write(attribute)
                                        .ifPresent(
                                                json ->
                                                        attributes.put(
                                                                attribute.getName().asString(),
                                                                json)));
        return new Envelope(
                mail.getName(),
                mail.getMaybeSender().asOptional().map(MailAddress::asString).orElse(null),
                mail.getRecipients().stream().map(MailAddress::asString).toList(),
                mail.getState(),
                mail.getErrorMessage(),
                mail.getRemoteHost(),
                mail.getRemoteAddr(),
                updated == null ? null : updated.toInstant(),
                enqueued,
                next,
                attempts,
                revision,
                attributes,
                headers(mail));
    }

    private static List<Envelope.RecipientHeader> headers(Mail mail) {
        List<Envelope.RecipientHeader> headers = new ArrayList<>();
        mail.getPerRecipientSpecificHeaders()
                .getHeadersByRecipient()
                .forEach(
                        (recipient, header) ->
                                headers.add(
                                        new Envelope.RecipientHeader(
                                                recipient.asString(), header.asString())));
        return headers;
    }

    /**
     * The letter is read when it is asked for, so the file has to stay as long as the mail is in
     * use.
     *
     * @throws MessagingException if the envelope holds an address that is none
     */
    static Mail mail(Envelope envelope, Path letter) throws MessagingException {
        MailImpl.Builder builder = MailImpl.builder().name(envelope.name());
        if (envelope.sender() != null) {
            builder.sender(new MailAddress(envelope.sender()));
        }
        for (String recipient : envelope.recipients()) {
            builder.addRecipient(new MailAddress(recipient));
        }
        MailImpl mail = builder.build();
        restore(mail, envelope);
        mail.setMessageContent(new LetterSource(letter));
        return mail;
    }

    private static void restore(MailImpl mail, Envelope envelope) throws MessagingException {
        mail.setState(envelope.state());
        mail.setErrorMessage(envelope.error());
        mail.setRemoteHost(envelope.remoteHost());
        mail.setRemoteAddr(envelope.remoteAddress());
        Instant updated = envelope.lastUpdated();
        mail.setLastUpdated(updated == null ? null : Date.from(updated));
        envelope.attributes()
                .forEach(
                        (name, json) ->
                                SafeAttributes.read(name, json).ifPresent(mail::setAttribute));
        for (Envelope.RecipientHeader header : envelope.headers()) {
            mail.addSpecificHeaderForRecipient(
                    Header.fromString(header.line()), new MailAddress(header.recipient()));
        }
    }

    /** The octets as the mail has them now. */
    static InputStream letter(Mail mail) throws IOException {
        try {
            MimeMessage message = mail.getMessage();
            return message == null
                    ? InputStream.nullInputStream()
                    : new MimeMessageInputStream(message);
        } catch (MessagingException e) {
            throw new IOException("The letter " + mail.getName() + " cannot be read", e);
        }
    }

    /** Whether a mail that was made here still has the letter of its file. */
    static boolean isUnchanged(Mail mail) {
        try {
            return mail.getMessage() instanceof MimeMessageWrapper wrapper && !wrapper.isModified();
        } catch (MessagingException e) {
            return true; // nobody can have changed what cannot be read
        }
    }

    private record LetterSource(Path file) implements MimeMessageSource {
        @Override
        public String getSourceId() {
            return file.toString();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file));
        }

        @Override
        public long getMessageSize() throws IOException {
            return Files.size(file);
        }
    }
}
