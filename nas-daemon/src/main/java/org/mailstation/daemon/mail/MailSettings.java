package org.mailstation.daemon.mail;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.accounts.AccountPasswords;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.assurance.Assurance;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.dkim.LetterSigner;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.real.DnsjavaDns;

/**
 * What the mail services need from the rest of the daemon and from the world.
 *
 * @param data the data folder; {@code secrets/} and {@code tmp/} below it are used
 * @param secrets where the relay's password is looked up
 * @param signer signs what was written here
 * @param events told of letters delivered, sent and returned
 * @param random of keys, salts and names
 * @param passwordIterations of new password hashes
 * @param pause how a thread waits when the brake on logins says so
 * @param freeBytes room left on the disk of the data folder
 * @param resolver who is asked about senders
 * @param expected which {@code Message-ID}s are those of our own test letters
 * @param outside how other servers are found and reached
 * @param assurances finds out what other domains demand, with policies that survive restarts
 */
public record MailSettings(
        Path data,
        SecretSource secrets,
        LetterSigner signer,
        Clock clock,
        Consumer<StationEvent> events,
        SecureRandom random,
        int passwordIterations,
        Logins.Pause pause,
        LongSupplier freeBytes,
        Supplier<NameServer> resolver,
        Predicate<String> expected,
        Outside outside,
        Function<ConcurrentMap<String, String>, Assurance.Finder> assurances) {
    /** For one question; one that is lost is asked again. */
    private static final Duration DNS_PATIENCE = Duration.ofSeconds(3);

    /** The settings of a real station. */
    public static MailSettings of(
            Path data,
            SecretSource secrets,
            LetterSigner signer,
            Clock clock,
            Consumer<StationEvent> events,
            Predicate<String> expected,
            Outside outside,
            Function<ConcurrentMap<String, String>, Assurance.Finder> assurances) {
        return new MailSettings(
                data,
                secrets,
                signer,
                clock,
                events,
                new SecureRandom(),
                AccountPasswords.ITERATIONS,
                Thread::sleep,
                () -> data.toFile().getUsableSpace(),
                new DnsjavaDns(DNS_PATIENCE)::here,
                expected,
                outside,
                assurances);
    }
}
