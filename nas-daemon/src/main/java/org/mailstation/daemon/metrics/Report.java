package org.mailstation.daemon.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailstation.config.Service;
import org.mailstation.control.Ban;
import org.mailstation.control.StationStatus;
import org.mailstation.daemon.accounts.LoginTally;
import org.mailstation.finding.Health;

/** Puts all figures together. */
public final class Report {
    private final Exposition out = new Exposition();

    /**
     * Connections of one port.
     *
     * @param open now
     * @param accepted since this process began
     * @param refused because there were too many
     */
    public record Doorway(int open, long accepted, long refused) {}

    /** How the station is. */
    public Report station(StationStatus status, Instant now) {
        out.gauges(
                "mailstation_info",
                "Always 1; the version is the label.",
                "version",
                Map.of(status.version(), 1));
        out.gauge(
                "mailstation_healthy",
                "1 if the station finds nothing wrong with itself.",
                status.health() == Health.FINE ? 1 : 0);
        out.gauge(
                "mailstation_queue_letters",
                "Letters that wait to be sent.",
                status.queue().waiting());
        Instant oldest = status.queue().oldest();
        out.gauge(
                "mailstation_queue_oldest_age_seconds",
                "Age of the oldest letter that waits; 0 if none does.",
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis() / 1e3));
        out.gauge(
                "mailstation_disk_free_bytes",
                "Room left where the letters lie.",
                status.process().diskFreeBytes());
        out.gauge(
                "process_resident_memory_bytes",
                "Memory in use.",
                status.process().residentBytes());
        out.gauge(
                "process_threads", "Threads of the operating system.", status.process().threads());
        out.gauge(
                "process_start_time_seconds",
                "When this process began, in seconds since 1970.",
                status.startedAt().toEpochMilli() / 1e3);
        out.gauge("jvm_memory_heap_used_bytes", "Heap in use.", status.process().heapUsedBytes());
        return this;
    }

    /** What becomes of letters, and what was refused before they came. */
    public Report letters(LetterFigures letters, SmtpFigures smtp) {
        letters.write(out);
        smtp.write(out);
        return this;
    }

    /** How logins ended, and who is shut out. */
    public Report logins(LoginTally logins, List<Ban> bans) {
        Map<String, Long> ended = new TreeMap<>();
        ended.put("succeeded", logins.successes());
        ended.put("failed", logins.failures());
        ended.put("repeated", logins.repetitions());
        ended.put("held_back", logins.holds());
        out.counters("mailstation_logins_total", "Logins by how they ended.", "result", ended);
        Map<String, Long> reasons = new TreeMap<>(Map.of("logins", 0L, "letters", 0L));
        bans.forEach(
                ban ->
                        reasons.merge(
                                ban.reason() == Ban.Reason.LOGINS ? "logins" : "letters",
                                1L,
                                Long::sum));
        out.gauges("mailstation_bans", "Addresses that are shut out now.", "reason", reasons);
        return this;
    }

    /** How much is in the mailboxes, by account. */
    public Report mailboxes(Map<String, Long> bytes) {
        out.gauges(
                "mailstation_mailbox_bytes",
                "Size of all letters of an account.",
                "account",
                bytes);
        return this;
    }

    /** Who comes in. */
    public Report connections(Map<Service, Doorway> doorways) {
        Map<Service, Doorway> all = new EnumMap<>(Service.class);
        all.putAll(doorways);
        Map<String, Long> open = new TreeMap<>();
        Map<String, Long> accepted = new TreeMap<>();
        Map<String, Long> refused = new TreeMap<>();
        all.forEach(
                (service, one) -> {
                    open.put(service.key(), (long) one.open());
                    accepted.put(service.key(), one.accepted());
                    refused.put(service.key(), one.refused());
                });
        out.gauges("mailstation_connections", "Connections now.", "service", open);
        out.counters(
                "mailstation_connections_accepted_total",
                "Connections since the port was opened.",
                "service",
                accepted);
        out.counters(
                "mailstation_connections_refused_total",
                "Connections that were sent away because there were too many.",
                "service",
                refused);
        return this;
    }

    /** All of it. */
    public String text() {
        return out.toString();
    }
}
