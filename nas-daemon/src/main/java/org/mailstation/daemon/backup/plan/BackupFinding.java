package org.mailstation.daemon.backup.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.control.BackupOutcome.Plan;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is there a backup, and is it a recent one? */
final class BackupFinding {
    /** A disk may be elsewhere once, a computer may be off for a night. */
    static final int FAILURES = 3;

    /** Times the wanted time between two. */
    private static final int VERY_OLD = 4;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private BackupFinding() {}

    static Finding of(Plan plan, Instant now) {
        Observation seen =
                Observation.onNas(
                        "backup", Hop.NAS, "backups at " + plan.to(), answered(plan), now);
        if (plan.to().isEmpty()) {
            return seen.notApplicable(Text.of("backup.plan.none"));
        }
        Instant last = plan.last();
        return last == null ? never(seen, plan) : judge(seen, plan, last, now);
    }

    private static String answered(Plan plan) {
        Text reason = plan.reason();
        return "last "
                + plan.last()
                + ", next "
                + plan.next()
                + ", failures "
                + plan.failures()
                + (reason == null ? "" : ": " + reason.in(Locale.ENGLISH));
    }

    private static Finding never(Observation seen, Plan plan) {
        Text reason = plan.reason();
        if (reason == null) {
            return seen.unknown(Severity.INFORMATION, Text.of("backup.plan.first", plan.to()));
        }
        Remedy remedy = now(Text.of("backup.plan.remedy.never"));
        return plan.failures() >= FAILURES
                ? seen.fail(Severity.WARNING, reason, remedy)
                : seen.warn(Severity.WARNING, reason, remedy);
    }

    private static Finding judge(Observation seen, Plan plan, Instant last, Instant now) {
        Duration period = new Backup(plan.to(), plan.every(), plan.keep()).period();
        Duration age = Duration.between(last, now);
        boolean veryOld = age.compareTo(period.multipliedBy(VERY_OLD)) > 0;
        Text reason = plan.reason();
        Text sentence = reason == null ? Text.of("backup.plan.old", minute(last)) : reason;
        Remedy remedy =
                now(
                        reason == null
                                ? Text.of("backup.plan.remedy.now")
                                : Text.of("backup.plan.remedy", minute(last)));
        if (plan.failures() >= FAILURES || veryOld) {
            return seen.fail(Severity.WARNING, sentence, remedy);
        }
        if (age.compareTo(period.plus(period.dividedBy(2))) > 0) {
            return seen.warn(Severity.WARNING, sentence, remedy);
        }
        if (reason != null) {
            return seen.warn(Severity.INFORMATION, reason, remedy);
        }
        return plan.missing() > 0
                ? seen.warn(Severity.WARNING, Text.of("backup.missing", plan.missing()), null)
                : seen.pass(Text.of("backup.plan.fine", minute(last), minute(plan.next())));
    }

    private static Remedy now(Text text) {
        return new Remedy.RunOnNas(text, "mailstationctl backup");
    }

    private static String minute(@Nullable Instant moment) {
        return moment == null ? "–" : MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }
}
