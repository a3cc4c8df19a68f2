package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Have those mailboxes room that may not grow as they like? */
public final class RoomCheck {
    private static final int FULL = 100;

    private RoomCheck() {}

    /**
     * One finding for each account that has passed a mark; one for all others that have a limit.
     *
     * @param percent of an account's room that is used
     */
    public static List<Finding> check(
            StationConfig config, ToIntFunction<String> percent, Instant now) {
        List<Account> limited =
                config.accounts().stream()
                        .filter(account -> account.enabled() && account.quotaMegabytes() > 0)
                        .toList();
        List<Finding> found = new ArrayList<>();
        int fine = 0;
        for (Account account : limited) {
            int used = percent.applyAsInt(account.address());
            List<Integer> passed =
                    config.storage().warnAt().stream().filter(mark -> used >= mark).toList();
            if (passed.isEmpty() && used < FULL) {
                fine++;
            } else {
                boolean last = passed.size() == config.storage().warnAt().size();
                found.add(judge(account, used, last, now));
            }
        }
        if (fine > 0) {
            found.add(
                    Observation.onNas("room", Hop.MAILBOX, "mailboxes with a limit", "ok", now)
                            .pass(Text.of("room.fine", fine)));
        }
        return found;
    }

    private static Finding judge(Account account, int used, boolean last, Instant now) {
        String address = account.address();
        Observation seen =
                Observation.onNas(
                        "room:" + address, Hop.MAILBOX, "room of " + address, used + " %", now);
        Remedy remedy =
                new Remedy.RunOnNas(Text.of("room.remedy", address, account.quotaMegabytes()), "");
        return used >= FULL
                ? seen.fail(Severity.ERROR, Text.of("room.full", address), remedy)
                : seen.warn(
                        last ? Severity.WARNING : Severity.INFORMATION,
                        Text.of("room.nearly-full", address, used),
                        remedy);
    }
}
