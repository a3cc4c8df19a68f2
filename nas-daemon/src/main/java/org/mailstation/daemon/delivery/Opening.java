package org.mailstation.daemon.delivery;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.assurance.Demand;
import org.mailstation.daemon.assurance.KeyedTrust;
import org.mailstation.daemon.assurance.NotSecureException;
import org.mailstation.daemon.assurance.Protection;

/**
 * The first words with a server, until it greets us in the way that is demanded of it.
 *
 * @param trust authorities that everybody knows
 */
record Opening(SSLContext trust, SSLContext anybody, String ourName) {
    /**
     * @param tlsAtOnce TLS from the first byte
     * @param tls whether encryption that nobody demands is tried
     * @return why this server will not do, or {@code null} if it greets us
     * @throws NotSecureException if it does not show what its own domain demands
     */
    @Nullable SmtpReply begin(SmtpClient client, Demand demand, boolean tlsAtOnce, boolean tls)
            throws IOException {
        if (tlsAtOnce) {
            client.encrypt(trust, true);
        }
        SmtpReply greeting = client.read();
        if (!greeting.isGood()) {
            throw new NotGreetedException(greeting);
        }
        SmtpReply hello = client.hello(ourName);
        if (hello.isGood() && !tlsAtOnce && (tls || !(demand instanceof Demand.Nothing))) {
            hello = encrypted(client, demand, hello);
        }
        return hello.isGood() ? null : hello;
    }

    private SmtpReply encrypted(SmtpClient client, Demand demand, SmtpReply hello)
            throws IOException {
        if (!client.offers("STARTTLS")) {
            return unencrypted(demand, "no STARTTLS offered", hello);
        }
        SmtpReply ready = client.command("STARTTLS");
        if (!ready.isGood()) {
            return unencrypted(demand, "no STARTTLS: " + ready, hello);
        }
        try {
            switch (demand) {
                case Demand.Nothing _, Demand.Encrypted _ -> client.encrypt(anybody, false);
                case Demand.Named _ -> client.encrypt(trust, true);
                case Demand.Keyed keyed -> client.encrypt(KeyedTrust.context(keyed), false);
            }
        } catch (SSLException e) {
            if (isOfItsDomain(demand)) {
                throw new NotSecureException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
        return client.hello(ourName);
    }

    private static SmtpReply unencrypted(Demand demand, String why, SmtpReply hello)
            throws IOException {
        if (demand instanceof Demand.Nothing) {
            return hello;
        }
        throw isOfItsDomain(demand) ? new NotSecureException(why) : new IOException(why);
    }

    /** What we demand of the relay is our own affair. */
    private static boolean isOfItsDomain(Demand demand) {
        return switch (demand) {
            case Demand.Nothing _ -> false;
            case Demand.Named(var proof) -> proof != Protection.PROVEN;
            case Demand.Encrypted _, Demand.Keyed _ -> true;
        };
    }
}
