package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** What became of a request about backups. */
public sealed interface BackupOutcome {
    /**
     * A backup is whole.
     *
     * @param letters in it
     * @param octets of everything in it
     * @param copied files that were not there yet
     * @param copiedOctets of these
     * @param missing letters whose file is gone from the station's disk
     * @param pruned old backups that were removed
     * @param leftOut secrets that are not in it, for want of a passphrase
     */
    record Made(
            Instant date,
            long letters,
            long octets,
            long copied,
            long copiedOctets,
            long missing,
            int pruned,
            List<String> leftOut)
            implements BackupOutcome {
        public Made {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Oldest first. */
    record Listed(List<Kept> backups) implements BackupOutcome {
        public Listed {
            backups = List.copyOf(backups);
        }
    }

    /**
     * One backup.
     *
     * @param octets of everything in it
     */
    record Kept(Instant date, long letters, long octets, String version) {}

    /**
     * What bringing one back would give.
     *
     * @param letters that came back as they were
     * @param files other ones that came back as they were
     * @param damaged paths of what is missing or not what it was, at most a hundred
     * @param damages how many there are
     * @param listed letters that are in a mailbox afterwards
     */
    record Verified(
            Instant date, long letters, long files, long damages, long listed, List<String> damaged)
            implements BackupOutcome {
        public Verified {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * The keys.
     *
     * @param own line for {@code authorized_keys} of the other computer
     * @param shown fingerprints of the keys that the other computer shows
     * @param trusted those of them by which this station knows it
     */
    record Keys(String own, List<String> shown, List<String> trusted) implements BackupOutcome {
        public Keys {
            shown = List.copyOf(shown);
            trusted = List.copyOf(trusted);
        }
    }

    /**
     * How it goes with the backups that are made by themselves.
     *
     * @param to as configured; empty: none are made
     * @param every as configured
     * @param keep as configured
     * @param working whether one is being made
     * @param last date of the last one that is whole, or {@code null}: none is known
     * @param next when the next one is to begin; {@code null}: never
     * @param missing letters whose file was gone from the station's disk at the last one
     * @param failures since the last one, in a row
     * @param failed when the last of these was, or {@code null}
     * @param reason of that, or {@code null}
     */
    record Plan(
            String to,
            String every,
            int keep,
            boolean working,
            @Nullable Instant last,
            @Nullable Instant next,
            long missing,
            int failures,
            @Nullable Instant failed,
            @Nullable Text reason)
            implements BackupOutcome {}

    /** Nothing was changed. */
    record Refused(Text reason) implements BackupOutcome {}
}
