package org.mailstation.daemon.mail.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.accounts.AddressBook;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.delivery.Arrivals;
import org.mailstation.daemon.delivery.Reception;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.metrics.SmtpFigures;

/**
 * What the SMTP commands need of the rest.
 *
 * @param config the running configuration
 * @param book its addresses
 * @param guard holds back who guesses or harvests
 * @param pause how a thread waits
 * @param figures told of commands that are refused
 * @param freeBytes room left on the disk
 * @param arrivals told of letters of strangers
 * @param spool folder for large letters while they come in
 */
public record SmtpContext(
        Supplier<StationConfig> config,
        Supplier<AddressBook> book,
        Logins logins,
        Guard guard,
        Logins.Pause pause,
        SmtpFigures figures,
        Reception reception,
        Arrivals arrivals,
        LongSupplier freeBytes,
        Path spool) {
    private static final long MEGABYTE = 1_000_000;

    /** Lets the client wait. */
    void waitFor(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long largestLetter() {
        return config.get().storage().maxLetterMegabytes() * MEGABYTE;
    }

    /** Whether a letter of this many bytes leaves the reserve of the disk untouched. */
    public boolean hasRoomFor(long bytes) {
        return freeBytes.getAsLong() - bytes > config.get().storage().reserveMegabytes() * MEGABYTE;
    }
}
