package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;
import org.mailstation.control.BackupOutcome;
import org.mailstation.text.Text;

/**
 * Where copies of everything are made, how often, and how many are kept, as typed.
 *
 * @param to as in {@link Backup#to}; empty: none are made
 * @param every as in {@link Backup#every}
 * @param keep a number
 */
public record BackupForm(String to, String every, String keep) {

    public static final String TO = "backup.to";
    public static final String EVERY = "backup.every";
    public static final String KEEP = "backup.keep";

    static BackupForm of(String to, String every, int keep) {
        return new BackupForm(to, every, Integer.toString(keep));
    }

    static final BackupForm EMPTY = of(Backup.NONE.to(), Backup.NONE.every(), Backup.NONE.keep());

    public BackupForm withTo(String typed) {
        return new BackupForm(typed, every, keep);
    }

    public BackupForm withEvery(String typed) {
        return new BackupForm(to, typed, keep);
    }

    public BackupForm withKeep(String typed) {
        return new BackupForm(to, every, typed);
    }

    /**
     * What must be asked before it is saved, since copies would be lost or none be made any more.
     *
     * @param plan what holds now; {@code null}: that is not known
     * @return {@code null}: nothing
     */
    @Nullable Wish loses(BackupOutcome.@Nullable Plan plan) {
        if (plan == null || plan.to().isEmpty()) {
            return null;
        }
        if (to.isBlank()) {
            return new Wish(Text.of("flow.backup.off.ask"), Text.of("flow.backup.off.yes"));
        }
        int kept = number();
        boolean fewer = kept > 0 && (plan.keep() == 0 || kept < plan.keep());
        return fewer && plan.to().equals(to.strip())
                ? new Wish(Text.of("flow.backup.fewer.ask", kept), Text.of("flow.backup.fewer.yes"))
                : null;
    }

    /** How many are kept; -1: that is no number. */
    private int number() {
        String typed = keep.strip();
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** What is meant, in a configuration; or what is wrong with it, by field. */
    Parsed<Backup> in(StationConfig config) {
        List<Problem> problems = new ArrayList<>();
        int number = 0;
        try {
            number = Integer.parseInt(keep.strip());
        } catch (NumberFormatException no) {
            problems.add(new Problem(KEEP, 0, Text.of("flow.backup.keep")));
        }
        Backup meant = new Backup(to.strip(), every.strip(), number);
        ConfigRules.problems(config.withBackup(meant)).stream()
                .filter(one -> one.field().startsWith("backup."))
                .filter(one -> problems.stream().noneMatch(it -> it.field().equals(one.field())))
                .forEach(problems::add);
        return problems.isEmpty() ? new Parsed.Valid<>(meant) : new Parsed.Invalid<>(problems);
    }
}
