package org.mailstation.daemon.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;

/** A configuration with other accounts. */
final class AccountEdit {
    private AccountEdit() {}

    static boolean has(StationConfig config, String address) {
        return config.accounts().stream().anyMatch(a -> a.address().equals(address));
    }

    static StationConfig with(StationConfig config, Account account) {
        List<Account> accounts = new ArrayList<>(config.accounts());
        accounts.add(account);
        return config.withAccounts(accounts);
    }

    /** With one account changed; the others and the order stay. */
    static StationConfig changed(
            StationConfig config, String address, UnaryOperator<Account> change) {
        return config.withAccounts(
                config.accounts().stream()
                        .map(a -> a.address().equals(address) ? change.apply(a) : a)
                        .toList());
    }

    static StationConfig without(StationConfig config, String address) {
        return config.withAccounts(
                config.accounts().stream().filter(a -> !a.address().equals(address)).toList());
    }
}
