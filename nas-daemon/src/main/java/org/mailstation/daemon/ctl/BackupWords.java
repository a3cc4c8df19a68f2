package org.mailstation.daemon.ctl;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.text.Text;

/** What became of backups, in sentences. */
final class BackupWords {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double MEGABYTE = 1e6;

    private BackupWords() {}

    private static String date(Instant moment) {
        return DATE.format(moment.atZone(ZoneId.systemDefault()));
    }

    private static String megabytes(long octets) {
        return String.format(java.util.Locale.ROOT, "%.1f", octets / MEGABYTE);
    }

    static List<Text> made(BackupOutcome.Made made) {
        List<Text> lines = new ArrayList<>();
        lines.add(
                Text.of(
                        "backup.made",
                        made.letters(),
                        megabytes(made.octets()),
                        made.copied(),
                        megabytes(made.copiedOctets())));
        if (made.pruned() > 0) {
            lines.add(Text.of("backup.pruned", made.pruned()));
        }
        if (made.missing() > 0) {
            lines.add(Text.of("backup.missing", made.missing()));
        }
        if (!made.leftOut().isEmpty()) {
            lines.add(Text.of("backup.left-out"));
        }
        return lines;
    }

    static List<Text> listed(BackupOutcome.Listed listed) {
        if (listed.backups().isEmpty()) {
            return List.of(Text.of("restore.none"));
        }
        return listed.backups().stream()
                .map(
                        one ->
                                Text.of(
                                        "backup.listed",
                                        date(one.date()),
                                        one.letters(),
                                        megabytes(one.octets()),
                                        one.version()))
                .toList();
    }

    static List<Text> plan(BackupOutcome.Plan plan) {
        if (plan.to().isEmpty()) {
            return List.of(Text.of("backup.plan.none"));
        }
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of("backup.plan.wanted", plan.to(), plan.every(), plan.keep()));
        Instant last = plan.last();
        lines.add(
                last == null
                        ? Text.of("backup.plan.last.none")
                        : Text.of("backup.plan.last", date(last)));
        Instant failed = plan.failed();
        Text reason = plan.reason();
        if (failed != null && reason != null) {
            lines.add(Text.of("backup.plan.failed", date(failed), plan.failures()));
            lines.add(reason);
        }
        Instant next = plan.next();
        if (plan.working()) {
            lines.add(Text.of("backup.plan.working"));
        } else if (next != null) {
            lines.add(Text.of("backup.plan.next", date(next)));
        }
        return lines;
    }

    static List<Text> verified(BackupOutcome.Verified verified) {
        List<Text> lines = new ArrayList<>();
        String date = date(verified.date());
        if (verified.damages() == 0) {
            lines.add(Text.of("backup.verified", date, verified.letters(), verified.files()));
        } else {
            lines.add(Text.of("backup.damaged", date, verified.damages()));
            verified.damaged().forEach(path -> lines.add(Text.of("backup.damaged.path", path)));
        }
        return lines;
    }

    static List<Text> keys(BackupOutcome.Keys keys) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of("backup.key.own"));
        lines.add(Text.of("backup.key.line", keys.own()));
        if (keys.shown().isEmpty()) {
            lines.add(Text.of("backup.key.silent"));
        } else if (keys.trusted().isEmpty()) {
            lines.add(Text.of("backup.key.compare"));
            keys.shown().forEach(one -> lines.add(Text.of("backup.key.line", one)));
        } else {
            lines.add(Text.of("backup.key.trusted", keys.trusted().getFirst()));
        }
        return lines;
    }

    static List<Text> ready(RestoreOutcome.Ready ready) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of("restore.ready", date(ready.date()), ready.letters()));
        if (ready.damages() > 0) {
            lines.add(Text.of("restore.damaged", ready.damages()));
            ready.damaged().forEach(path -> lines.add(Text.of("backup.damaged.path", path)));
        }
        if (!ready.missing().isEmpty()) {
            lines.add(Text.of("restore.anew"));
        }
        return lines;
    }

    static List<Text> mailbox(RestoreOutcome.Mailbox mailbox) {
        List<Text> lines = new ArrayList<>();
        String date = date(mailbox.date());
        lines.add(
                mailbox.folder().isEmpty()
                        ? Text.of("restore.in-place", date, mailbox.letters(), mailbox.there())
                        : Text.of("restore.aside", date, mailbox.letters(), mailbox.folder()));
        if (mailbox.damages() > 0) {
            lines.add(Text.of("restore.damaged", mailbox.damages()));
        }
        return lines;
    }
}
