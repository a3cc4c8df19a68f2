package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.mailstation.daemon.accounts.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one letter to the first server of a route that answers. */
final class RemoteDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteDelivery.class);

    private final Outside outside;
    private final SSLContext anybody = AnyCertificate.context();

    RemoteDelivery(Outside outside) {
        this.outside = outside;
    }

    /** One outcome for each recipient. */
    Map<Address, Outcome> send(Route route, Envelope envelope, String ourName, Letter letter) {
        Outcome last =
                notNow("no server has an address", "", new IOException("no server has an address"));
        for (String host : route.hosts()) {
            try {
                for (InetAddress address : outside.addresses().of(host)) {
                    try {
                        return talk(route, host, address, envelope, ourName, letter);
                    } catch (IOException e) {
                        last = notNow(host + ": " + e.getMessage(), host, e);
                        LOG.info(
                                "no delivery over {} at {}: {}",
                                host,
                                address.getHostAddress(),
                                e.getMessage());
                    }
                }
            } catch (IOException e) {
                last = notNow(host + " has no address", host, e);
                LOG.info("no address for {}", host);
            }
        }
        return Outcome.all(envelope, last);
    }

    private static Outcome notNow(String words, String host, IOException why) {
        SmtpReply ours = new SmtpReply(451, "4.4.1 " + printable(words));
        return switch (why) {
            case NotGreetedException refused ->
                    new Outcome.NotNow(refused.reply(), host, Outcome.Why.TURNED_AWAY);
            case NotConnectedException _ -> new Outcome.NotNow(ours, host, Outcome.Why.NO_WAY);
            case SSLException _ -> new Outcome.NotNow(ours, host, Outcome.Why.IDENTITY);
            default -> new Outcome.NotNow(ours, host, Outcome.Why.SILENCE);
        };
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /**
     * @throws IOException if another server should be asked
     */
    private Map<Address, Outcome> talk(
            Route route,
            String host,
            InetAddress address,
            Envelope envelope,
            String ourName,
            Letter letter)
            throws IOException {
        try {
            return talk(route, host, address, envelope, ourName, letter, true);
        } catch (SSLException e) {
            if (route.encryption() != Route.Encryption.IF_OFFERED) {
                throw e;
            }
            LOG.info("{} offers TLS but cannot do it: in clear", host);
            return talk(route, host, address, envelope, ourName, letter, false);
        }
    }

    private Map<Address, Outcome> talk(
            Route route,
            String host,
            InetAddress address,
            Envelope envelope,
            String ourName,
            Letter letter,
            boolean tls)
            throws IOException {
        try (SmtpClient client = SmtpClient.connect(host, address, route.port(), outside)) {
            SmtpReply refusal = begin(client, route, ourName, tls);
            if (refusal != null) {
                return Outcome.all(envelope, turnedAway(refusal, host));
            }
            SmtpReply login = signIn(client, route);
            return login == null
                    ? transaction(client, host, envelope, letter, protection(client, route))
                    : Outcome.all(envelope, new Outcome.NotNow(login, host, Outcome.Why.LOGIN));
        }
    }

    private static Protection protection(SmtpClient client, Route route) {
        if (!client.isEncrypted()) {
            return Protection.CLEAR;
        }
        return route.encryption() == Route.Encryption.IF_OFFERED
                ? Protection.ENCRYPTED
                : Protection.PROVEN;
    }

    /** Before the letter was spoken of: whatever it is, it is about us. */
    private static Outcome turnedAway(SmtpReply reply, String host) {
        return reply.isFinal()
                ? new Outcome.Failed(reply, host)
                : new Outcome.NotNow(reply, host, Outcome.Why.TURNED_AWAY);
    }

    private static Outcome judged(SmtpReply reply, String host) {
        return reply.isFinal() ? new Outcome.Failed(reply, host) : new Outcome.NotNow(reply, host);
    }

    /**
     * @return why this server will not do, or {@code null} if it greets us
     */
    private @org.jspecify.annotations.Nullable SmtpReply begin(
            SmtpClient client, Route route, String ourName, boolean tls) throws IOException {
        if (route.encryption() == Route.Encryption.TLS) {
            client.encrypt(outside.relayTrust(), true);
        }
        SmtpReply greeting = client.read();
        if (!greeting.isGood()) {
            throw new NotGreetedException(greeting);
        }
        SmtpReply hello = client.hello(ourName);
        if (!hello.isGood()) {
            return hello;
        }
        boolean verified = route.encryption() == Route.Encryption.STARTTLS;
        if (client.offers("STARTTLS")
                && (verified || tls)
                && route.encryption() != Route.Encryption.TLS) {
            SmtpReply ready = client.command("STARTTLS");
            if (ready.isGood()) {
                client.encrypt(verified ? outside.relayTrust() : anybody, verified);
                hello = client.hello(ourName);
            } else if (verified) {
                throw new IOException("no STARTTLS: " + ready);
            }
        } else if (verified) {
            throw new IOException("no STARTTLS offered");
        }
        return hello.isGood() ? null : hello;
    }

    private static @org.jspecify.annotations.Nullable SmtpReply signIn(
            SmtpClient client, Route route) throws IOException {
        Route.Login login = route.login();
        if (login == null) {
            return null;
        }
        SmtpReply welcome = client.signIn(login.user(), login.password());
        // a wrong password is the owner's to correct, and the letter can wait for that
        return welcome.code() / 100 == 2
                ? null
                : new SmtpReply(454, "4.7.0 The relay refuses our login: " + welcome);
    }

    private static Map<Address, Outcome> transaction(
            SmtpClient client, String host, Envelope envelope, Letter letter, Protection protection)
            throws IOException {
        SmtpReply mail = client.command("MAIL FROM:<" + envelope.senderText() + ">");
        if (!mail.isGood()) {
            return Outcome.all(envelope, judged(mail, host));
        }
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        for (Address recipient : envelope.recipients()) {
            SmtpReply reply = client.command("RCPT TO:<" + recipient + ">");
            outcomes.put(
                    recipient,
                    reply.isGood() ? new Outcome.Arrived(host, protection) : judged(reply, host));
        }
        List<Address> taken =
                outcomes.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Outcome.Arrived)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!taken.isEmpty()) {
            SmtpReply reply = content(client, letter);
            if (!reply.isGood()) {
                taken.forEach(recipient -> outcomes.put(recipient, judged(reply, host)));
            }
        }
        return outcomes;
    }

    private static SmtpReply content(SmtpClient client, Letter letter) throws IOException {
        SmtpReply ready = client.command("DATA");
        return ready.code() == 354 ? client.letter(letter) : ready;
    }
}
