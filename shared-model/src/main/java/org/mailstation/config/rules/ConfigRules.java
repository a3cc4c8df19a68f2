package org.mailstation.config.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.config.Backup;
import org.mailstation.config.Incoming;
import org.mailstation.config.Notifications;
import org.mailstation.config.Problem;
import org.mailstation.config.Rhythm;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

/** The rules for a whole configuration. */
public final class ConfigRules {
    private static final int MAX_LETTER = 1_000;
    private static final int MIN_RESERVE = 10;
    private static final int MAX_RESERVE = 1_000_000;

    /** Each letter of a stranger waits for all of them. */
    private static final int MOST_BLOCK_LISTS = 5;

    /** Each is a letter. */
    private static final int MOST_MARKS = 5;

    /** More cannot be used. */
    private static final int MOST_PERCENT = 99;

    private static final int MOST_BACKUPS = 10_000;

    /** Who looks less often finds out from others that something is wrong. */
    private static final Duration LONGEST_WATCH = Duration.ofDays(30);

    private ConfigRules() {}

    /** All problems of a configuration, each with its field; empty if it can be applied. */
    public static List<Problem> problems(StationConfig config) {
        Problems problems = new Problems();
        problems.add("host-name", Names.objection(config.hostName()));
        domains(config.domains(), problems);
        AccountRules.check(config, problems);
        AliasRules.check(config, problems);
        OutsideRules.relay(config.relay(), problems);
        PortRules.check(config, problems);
        OutsideRules.ddns(config.ddns(), problems);
        tls(config.tls(), problems);
        storage(config.storage(), problems);
        notifications(config.notifications(), problems);
        incoming(config.incoming(), problems);
        backup(config.backup(), problems);
        return problems.list();
    }

    private static void incoming(Incoming incoming, Problems problems) {
        List<String> lists = incoming.blockLists();
        if (lists.size() > MOST_BLOCK_LISTS) {
            problems.add("incoming.block-lists", "problem.block-lists.many", MOST_BLOCK_LISTS);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            String field = "incoming.block-lists[" + i + "]";
            problems.add(field, Names.objection(lists.get(i)));
            if (!seen.add(lists.get(i))) {
                problems.add(field, "problem.block-lists.twice", lists.get(i));
            }
        }
    }

    private static void domains(List<String> domains, Problems problems) {
        if (domains.isEmpty()) {
            problems.add("domains", "problem.domains.none");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < domains.size(); i++) {
            String field = "domains[" + i + "]";
            problems.add(field, Names.objection(domains.get(i)));
            if (!seen.add(domains.get(i))) {
                problems.add(field, "problem.domains.twice", domains.get(i));
            }
        }
    }

    private static void tls(Tls tls, Problems problems) {
        boolean files = tls.source() == Tls.Source.FILES;
        file(tls.certificateFile(), files, "tls.certificate-file", problems);
        file(tls.keyFile(), files, "tls.key-file", problems);
        authority(tls, problems);
    }

    private static void authority(Tls tls, Problems problems) {
        if (tls.authority().isEmpty()) {
            return;
        }
        if (tls.source() != Tls.Source.ACME) {
            problems.add("tls.authority", "problem.tls.authority-unused", tls.authority());
        } else if (!isWebAddress(tls.authority())) {
            problems.add("tls.authority", "problem.tls.authority", tls.authority());
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static void file(String path, boolean needed, String field, Problems problems) {
        if (needed && (!path.startsWith("/") || !Problems.visible(path))) {
            problems.add(field, "problem.tls.file", path);
        } else if (!needed && !path.isEmpty()) {
            problems.add(field, "problem.tls.unused", path);
        }
    }

    private static void notifications(Notifications told, Problems problems) {
        if (!told.address().isEmpty()) {
            problems.add("notifications.address", Addresses.objection(told.address()));
        }
        if (!told.every().matches(Rhythm.FORM)
                || Rhythm.of(told.every()).compareTo(LONGEST_WATCH) > 0) {
            problems.add("notifications.every", "problem.notifications.every", told.every());
        }
    }

    private static void backup(Backup backup, Problems problems) {
        String to = backup.to();
        if (!to.isEmpty() && !Backup.isFolder(to) && !to.matches(Backup.SSH)) {
            problems.add("backup.to", "problem.backup.to", to);
        }
        if (!backup.every().matches(Backup.EVERY)) {
            problems.add("backup.every", "problem.backup.every", backup.every());
        }
        range(backup.keep(), 0, MOST_BACKUPS, "backup.keep", problems);
    }

    private static void storage(Storage storage, Problems problems) {
        range(storage.maxLetterMegabytes(), 1, MAX_LETTER, "storage.max-letter-mb", problems);
        range(storage.reserveMegabytes(), MIN_RESERVE, MAX_RESERVE, "storage.reserve-mb", problems);
        List<Integer> marks = storage.warnAt();
        if (marks.size() > MOST_MARKS) {
            problems.add("storage.warn-at", "problem.warn-at.many", MOST_MARKS);
        }
        for (int i = 0; i < marks.size(); i++) {
            String field = "storage.warn-at[" + i + "]";
            range(marks.get(i), 1, MOST_PERCENT, field, problems);
            if (i > 0 && marks.get(i) <= marks.get(i - 1)) {
                problems.add(field, "problem.warn-at.order", marks.get(i));
            }
        }
    }

    private static void range(int number, int least, int most, String field, Problems problems) {
        if (number < least || number > most) {
            problems.add(field, "problem.range", number, least, most);
        }
    }
}
