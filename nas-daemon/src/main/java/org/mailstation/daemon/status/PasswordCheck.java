package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mailstation.config.Account;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Can everybody who may sign in do so? One finding for each account that has no password yet. */
final class PasswordCheck {
    private PasswordCheck() {}

    static List<Finding> check(List<Account> accounts, Predicate<String> hasPassword, Instant now) {
        List<Finding> findings = new ArrayList<>();
        for (Account account : accounts) {
            if (account.enabled() && !hasPassword.test(account.address())) {
                findings.add(missing(account.address(), now));
            }
        }
        return findings;
    }

    private static Finding missing(String address, Instant now) {
        return Observation.onNas(
                        "password." + address, Hop.MAILBOX, "password of " + address, "none", now)
                .warn(
                        Severity.WARNING,
                        Text.of("password.missing", address),
                        new Remedy.RunOnNas(
                                Text.of("password.missing.remedy", address),
                                "mailstationctl account passwd " + address));
    }
}
