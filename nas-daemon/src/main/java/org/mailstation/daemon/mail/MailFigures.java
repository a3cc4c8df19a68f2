package org.mailstation.daemon.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailstation.config.Account;
import org.mailstation.control.StationStatus;
import org.mailstation.daemon.accounts.LastLogins;
import org.mailstation.daemon.accounts.LoginTally;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.metrics.LetterFigures;
import org.mailstation.daemon.metrics.Report;
import org.mailstation.daemon.metrics.SmtpFigures;

/** What is counted of mail, and how much is there. */
final class MailFigures {
    private final Guard guard;
    private final Clock clock;
    private final LoginTally logins;
    private final LetterFigures letters = new LetterFigures();
    private final SmtpFigures smtp = new SmtpFigures();

    MailFigures(Guard guard, LastLogins last, Clock clock) {
        this.guard = guard;
        this.clock = clock;
        this.logins = new LoginTally(clock, last);
    }

    LoginTally logins() {
        return logins;
    }

    LetterFigures letters() {
        return letters;
    }

    SmtpFigures smtp() {
        return smtp;
    }

    String text(
            StationStatus status,
            Listeners listeners,
            List<Account> accounts,
            JamesMailboxes mailboxes) {
        Map<String, Long> bytes = new TreeMap<>();
        for (Account account : accounts) {
            bytes.put(account.address(), mailboxes.usedBytes(account.address()));
        }
        return new Report()
                .station(status, clock.instant())
                .letters(letters, smtp)
                .logins(logins, guard.bans())
                .connections(listeners.doorways())
                .mailboxes(bytes)
                .text();
    }
}
