package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.control.Secret;

/** Talks with mail servers as for a letter, and stops before there is one. */
public final class Rehearsal {
    private final Outside outside;
    private final SSLContext anybody = AnyCertificate.context();

    /**
     * @param patience for connecting and for each reply: less than a letter has, since somebody
     *     waits for the answer
     */
    public Rehearsal(Outside outside, Duration patience) {
        this.outside =
                new Outside(
                        outside.mx(),
                        outside.addresses(),
                        outside.smtpPort(),
                        outside.relayTrust(),
                        patience,
                        patience,
                        outside.schedule());
    }

    /**
     * Goes the relay's way.
     *
     * @param own address of ours that the letter would be from and to
     */
    public RelayAnswer relay(Relay relay, @Nullable Secret password, String ourName, String own) {
        boolean login = !relay.user().isEmpty();
        if (login && password == null) {
            return new RelayAnswer.NoPassword();
        }
        try (SmtpClient client = connect(relay)) {
            RelayAnswer refusal = secured(client, relay, ourName);
            if (refusal == null && password != null && login) {
                refusal = signedIn(client, relay.user(), password);
            }
            return refusal == null ? transaction(client, own) : refusal;
        } catch (SSLException e) {
            return tls(e);
        } catch (IOException e) {
            return new RelayAnswer.NotReachable(words(e));
        }
    }

    private SmtpClient connect(Relay relay) throws IOException {
        List<InetAddress> addresses = outside.addresses().of(relay.host());
        if (addresses.isEmpty()) {
            throw new IOException(relay.host() + " has no address");
        }
        return SmtpClient.connect(relay.host(), addresses.getFirst(), relay.port(), outside);
    }

    /**
     * @return why it will not do, or {@code null}
     */
    private @Nullable RelayAnswer secured(SmtpClient client, Relay relay, String ourName)
            throws IOException {
        boolean atOnce = relay.security() == Relay.Security.TLS;
        if (atOnce) {
            client.encrypt(outside.relayTrust(), true);
        }
        SmtpReply greeting = client.read();
        if (!greeting.isGood()) {
            return new RelayAnswer.NotNow(greeting.toString());
        }
        SmtpReply hello = client.hello(ourName);
        if (!atOnce && hello.isGood()) {
            if (!client.offers("STARTTLS")) {
                return new RelayAnswer.NoTls("no STARTTLS offered");
            }
            SmtpReply begin = client.command("STARTTLS");
            if (!begin.isGood()) {
                return new RelayAnswer.NoTls(begin.toString());
            }
            client.encrypt(outside.relayTrust(), true);
            hello = client.hello(ourName);
        }
        return hello.isGood() ? null : new RelayAnswer.NotNow(hello.toString());
    }

    private static @Nullable RelayAnswer signedIn(SmtpClient client, String user, Secret password)
            throws IOException {
        SmtpReply welcome = client.signIn(user, password.reveal());
        if (welcome.isGood()) {
            return null;
        }
        return welcome.isFinal()
                ? new RelayAnswer.LoginRefused(welcome.toString())
                : new RelayAnswer.NotNow(welcome.toString());
    }

    private static RelayAnswer transaction(SmtpClient client, String own) throws IOException {
        SmtpReply mail = client.command("MAIL FROM:<" + own + ">");
        if (!mail.isGood()) {
            return mail.isFinal()
                    ? new RelayAnswer.SenderRefused(mail.toString())
                    : new RelayAnswer.NotNow(mail.toString());
        }
        SmtpReply recipient = client.command("RCPT TO:<" + own + ">");
        client.command("RSET");
        if (recipient.isGood()) {
            return new RelayAnswer.Ready();
        }
        return recipient.isFinal()
                ? new RelayAnswer.RecipientRefused(recipient.toString())
                : new RelayAnswer.NotNow(recipient.toString());
    }

    private static RelayAnswer tls(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new RelayAnswer.Untrusted(words(cause));
            }
        }
        return new RelayAnswer.NoTls(words(failure));
    }

    /**
     * Asks as somebody who has not signed in to pass a letter on. The sender is the empty one, so
     * that nothing else is a reason to refuse.
     *
     * @param foreign address of nobody here
     */
    public StrangerAnswer stranger(InetSocketAddress where, boolean tlsAtOnce, String foreign) {
        InetAddress address = where.getAddress();
        String host = address.getHostAddress();
        try (SmtpClient client = SmtpClient.connect(host, address, where.getPort(), outside)) {
            if (tlsAtOnce) {
                client.encrypt(anybody, false);
            }
            SmtpReply greeting = client.read();
            SmtpReply hello = greeting.isGood() ? client.hello("relay-test.invalid") : greeting;
            if (!hello.isGood()) {
                return new StrangerAnswer.NotTold(hello.toString());
            }
            SmtpReply mail = client.command("MAIL FROM:<>");
            SmtpReply last = mail.isGood() ? client.command("RCPT TO:<" + foreign + ">") : mail;
            return last.isGood()
                    ? new StrangerAnswer.Taken(last.toString())
                    : new StrangerAnswer.Refused(last.toString());
        } catch (IOException e) {
            return new StrangerAnswer.NotTold(words(e));
        }
    }

    private static String words(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
