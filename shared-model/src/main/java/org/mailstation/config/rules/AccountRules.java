package org.mailstation.config.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;

/** Mailboxes: each at a domain of the station, none twice. */
final class AccountRules {
    private static final int MAX_NAME = 200;
    private static final long MAX_QUOTA = 1_000_000_000;

    private AccountRules() {}

    static void check(StationConfig config, Problems problems) {
        Map<String, Integer> seen = new HashMap<>();
        List<Account> accounts = config.accounts();
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            String field = "account[" + i + "]";
            address(account.address(), field + ".address", config, seen, problems);
            seen.putIfAbsent(account.address(), i);
            if (account.name().length() > MAX_NAME || !Problems.visible(account.name())) {
                problems.add(field + ".name", "problem.account.name", account.name(), MAX_NAME);
            }
            if (account.quotaMegabytes() < 0 || account.quotaMegabytes() > MAX_QUOTA) {
                problems.add(
                        field + ".quota-mb",
                        "problem.range",
                        account.quotaMegabytes(),
                        0,
                        MAX_QUOTA);
            }
        }
    }

    private static void address(
            String address,
            String field,
            StationConfig config,
            Map<String, Integer> seen,
            Problems problems) {
        var objection = Addresses.objectionHere(address);
        if (objection != null) {
            problems.add(field, objection);
        } else if (!config.domains().contains(Addresses.domain(address))) {
            problems.add(
                    field, "problem.address.foreign", address, String.join(", ", config.domains()));
        } else if (seen.containsKey(address)) {
            problems.add(
                    field, "problem.address.twice", address, "account[" + seen.get(address) + "]");
        }
    }
}
