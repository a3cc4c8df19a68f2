package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * How other mail servers are found and reached.
 *
 * @param mx which servers take letters for a domain
 * @param addresses network addresses of a host, best first
 * @param smtpPort where other mail servers listen: 25, except in tests
 * @param relayTrust decides whether the relay is who it says it is
 * @param connectTimeout for each address
 * @param readTimeout for each reply (RFC 5321 4.5.3.2 asks for up to ten minutes after the end of a
 *     letter)
 * @param door whether the line lets letters out at all
 */
public record Outside(
        MxLookup mx,
        Addresses addresses,
        int smtpPort,
        SSLContext relayTrust,
        Duration connectTimeout,
        Duration readTimeout,
        RetrySchedule schedule,
        OutwardDoor door) {
    /** Where nobody can tell whether the line lets letters out. */
    public Outside(
            MxLookup mx,
            Addresses addresses,
            int smtpPort,
            SSLContext relayTrust,
            Duration connectTimeout,
            Duration readTimeout,
            RetrySchedule schedule) {
        this(
                mx,
                addresses,
                smtpPort,
                relayTrust,
                connectTimeout,
                readTimeout,
                schedule,
                () -> OutwardDoor.State.UNKNOWN);
    }

    /** The same with somebody who can tell. */
    public Outside withDoor(OutwardDoor other) {
        return new Outside(
                mx, addresses, smtpPort, relayTrust, connectTimeout, readTimeout, schedule, other);
    }

    /** Looks up a host. */
    @FunctionalInterface
    public interface Addresses {
        List<InetAddress> of(String host) throws IOException;
    }

    /**
     * The world as it is: DNS as the system is set up, port 25, the trust store of the Java
     * runtime.
     */
    public static Outside real() {
        try {
            return new Outside(
                    new DnsMx(new SecureRandom()),
                    host -> List.of(InetAddress.getAllByName(host)),
                    25,
                    SSLContext.getDefault(),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    RetrySchedule.STANDARD);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime speaks TLS", e);
        }
    }
}
