package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.assurance.Demand;
import org.mailstation.daemon.assurance.NotSecureException;
import org.mailstation.daemon.assurance.Protection;
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
                Demanded to = new Demanded(route, host, route.assurance().of(host));
                for (InetAddress address : outside.addresses().of(host)) {
                    try {
                        return talk(to, address, envelope, ourName, letter);
                    } catch (IOException e) {
                        last = notNow(host + ": " + e.getMessage(), host, e);
                        LOG.info(
                                "no delivery over {} at {}: {}",
                                host,
                                address.getHostAddress(),
                                e.getMessage());
                    }
                }
            } catch (NotSecureException e) {
                last = notNow(host + ": " + e.getMessage(), host, e);
                LOG.info("no delivery over {}: {}", host, e.getMessage());
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
            case NotSecureException _ ->
                    new Outcome.NotNow(
                            new SmtpReply(451, "4.7.5 Not secure: " + printable(words)),
                            host,
                            Outcome.Why.IDENTITY);
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
            Demanded to, InetAddress address, Envelope envelope, String ourName, Letter letter)
            throws IOException {
        try {
            return talk(to, address, envelope, ourName, letter, true);
        } catch (SSLException e) {
            if (!(to.demand() instanceof Demand.Nothing) || to.route().tlsAtOnce()) {
                throw e;
            }
            LOG.info("{} offers TLS but cannot do it: in clear", to.host());
            return talk(to, address, envelope, ourName, letter, false);
        }
    }

    /** One server of a route, and what it must show. */
    private record Demanded(Route route, String host, Demand demand) {
        Protection protection(SmtpClient client) {
            return client.isEncrypted() ? demand.protection() : Protection.CLEAR;
        }
    }

    private Map<Address, Outcome> talk(
            Demanded to,
            InetAddress address,
            Envelope envelope,
            String ourName,
            Letter letter,
            boolean tls)
            throws IOException {
        Route route = to.route();
        String host = to.host();
        try (SmtpClient client = SmtpClient.connect(host, address, route.port(), outside)) {
            SmtpReply refusal =
                    new Opening(outside.relayTrust(), anybody, ourName)
                            .begin(client, to.demand(), route.tlsAtOnce(), tls);
            if (refusal != null) {
                return Outcome.all(envelope, turnedAway(refusal, host));
            }
            SmtpReply login = signIn(client, route);
            return login == null
                    ? new Transaction(client, host, to.protection(client)).send(envelope, letter)
                    : Outcome.all(envelope, new Outcome.NotNow(login, host, Outcome.Why.LOGIN));
        }
    }

    /** Before the letter was spoken of: whatever it is, it is about us. */
    private static Outcome turnedAway(SmtpReply reply, String host) {
        return reply.isFinal()
                ? new Outcome.Failed(reply, host)
                : new Outcome.NotNow(reply, host, Outcome.Why.TURNED_AWAY);
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
}
