package org.mailstation.desktop.practice;

import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;

/**
 * What a mail program and another mail server do with a station: send and read. It trusts the
 * station's own certificate and no other; the name in it is not this computer's, so the key alone
 * counts.
 */
final class MailProgram {
    private static final String HOST = PracticeSsh.HOST;

    /** All of it runs on this one computer, which may be slow and busy. */
    private static final String PATIENCE_MILLIS = "120000";

    private final SSLContext trust;

    MailProgram(SSLContext trust) {
        this.trust = trust;
    }

    /** Delivers as another mail server does: no login, STARTTLS. */
    void deliver(int port, String from, String to, String subject, String text)
            throws MessagingException {
        Properties settings = settings("smtp", port);
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
        Transport.send(letter(Session.getInstance(settings), from, to, subject, text));
    }

    /** Sends as a person's mail program does: TLS from the first byte, with a login. */
    void submit(int port, String user, Secret password, String to, String subject, String text)
            throws MessagingException {
        Properties settings = settings("smtps", port);
        settings.put("mail.transport.protocol", "smtps");
        settings.put("mail.transport.protocol.rfc822", "smtps");
        settings.put("mail.smtps.auth", "true");
        Session session = Session.getInstance(settings, login(user, password));
        Transport.send(letter(session, user, to, subject, text));
    }

    /**
     * The newest letter in the inbox, whole, or {@code null} if there is none.
     *
     * @param protocol {@code imaps} or {@code pop3s}
     */
    @Nullable String newest(String protocol, int port, String user, Secret password)
            throws MessagingException, IOException {
        Session session = Session.getInstance(settings(protocol, port));
        try (Store store = session.getStore(protocol)) {
            store.connect(HOST, port, user, password.reveal());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                int count = inbox.getMessageCount();
                if (count == 0) {
                    return null;
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                inbox.getMessage(count).writeTo(bytes);
                return bytes.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private Properties settings(String protocol, int port) {
        Properties settings = new Properties();
        String prefix = "mail." + protocol + ".";
        settings.put(prefix + "host", HOST);
        settings.put(prefix + "port", Integer.toString(port));
        settings.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
        settings.put(prefix + "ssl.checkserveridentity", "false");
        settings.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
        settings.put(prefix + "timeout", PATIENCE_MILLIS);
        return settings;
    }

    private static Authenticator login(String user, Secret password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.reveal());
            }
        };
    }

    private static MimeMessage letter(
            Session session, String from, String to, String subject, String text)
            throws MessagingException {
        MimeMessage letter = new MimeMessage(session);
        letter.setFrom(new InternetAddress(from));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        letter.setSubject(subject, "UTF-8");
        letter.setText(text, "UTF-8");
        return letter;
    }
}
