package org.mailstation.config.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.text.Text;

/** Mailboxes and aliases; the address says which is which. */
final class MailboxDiff {
    private MailboxDiff() {}

    static void accounts(List<Account> from, List<Account> to, Changes changes) {
        Map<String, Account> before = byAddress(from, Account::address);
        Map<String, Account> after = byAddress(to, Account::address);
        for (int i = 0; i < to.size(); i++) {
            Account account = to.get(i);
            Account old = before.get(account.address());
            if (old == null) {
                changes.add(
                        "account[" + i + "]",
                        Text.of("change.account.added", account.address()),
                        Text.of("effect.account.password", account.address()));
            } else {
                account("account[" + i + "]", old, account, changes);
            }
        }
        for (String address : before.keySet()) {
            if (!after.containsKey(address)) {
                changes.add(
                        "account",
                        Text.of("change.account.removed", address),
                        Text.of("effect.account.kept", address),
                        Text.of("effect.address.refused", address));
            }
        }
        ConfigDiff.order(
                "account", List.copyOf(before.keySet()), List.copyOf(after.keySet()), changes);
    }

    private static void account(String field, Account from, Account to, Changes changes) {
        String address = to.address();
        if (!from.name().equals(to.name())) {
            changes.add(
                    field + ".name",
                    Changes.sentence("change.account.name", address, from.name(), to.name()));
        }
        long quota = to.quotaMegabytes();
        if (from.quotaMegabytes() != quota) {
            boolean smaller =
                    quota != 0 && (from.quotaMegabytes() == 0 || quota < from.quotaMegabytes());
            Text sentence =
                    quota == 0
                            ? Text.of("change.account.quota.none", address)
                            : Text.of("change.account.quota", address, quota);
            changes.add(
                    field + ".quota-mb",
                    sentence,
                    smaller ? List.of(Text.of("effect.account.quota", address)) : List.of());
        }
        if (from.enabled() != to.enabled()) {
            changes.add(
                    field + ".enabled",
                    Text.of(
                            to.enabled() ? "change.account.enabled" : "change.account.disabled",
                            address),
                    to.enabled()
                            ? List.of()
                            : List.of(
                                    Text.of(
                                            to.refuses()
                                                    ? "effect.account.disabled.refuses"
                                                    : "effect.account.disabled",
                                            address)));
        }
        if (from.refuses() != to.refuses()) {
            String way = to.refuses() ? "on" : "off";
            changes.add(
                    field + ".refuse-letters", Text.of("change.account.refuses." + way, address));
        }
        handling(field, from, to, changes);
    }

    /** What becomes of letters. */
    private static void handling(String field, Account from, Account to, Changes changes) {
        String address = to.address();
        if (from.saveSent() != to.saveSent()) {
            String way = to.saveSent() ? "on" : "off";
            changes.add(field + ".save-sent", Text.of("change.account.save-sent." + way, address));
        }
        Text copies =
                Text.of(to.keepCopy() ? "effect.account.copy" : "effect.account.no-copy", address);
        if (!from.forwardTo().equals(to.forwardTo())) {
            changes.add(
                    field + ".forward-to",
                    to.forwardTo().isEmpty()
                            ? Text.of("change.account.forward-to.none", address)
                            : Changes.sentence(
                                    "change.account.forward-to", address, to.forwardTo()),
                    to.forwardTo().isEmpty() ? List.of() : List.of(copies));
        }
        if (from.keepCopy() != to.keepCopy()) {
            String way = to.keepCopy() ? "on" : "off";
            changes.add(field + ".keep-copy", Text.of("change.account.keep-copy." + way, address));
        }
    }

    static void aliases(List<Alias> from, List<Alias> to, Changes changes) {
        Map<String, Alias> before = byAddress(from, Alias::address);
        Map<String, Alias> after = byAddress(to, Alias::address);
        for (int i = 0; i < to.size(); i++) {
            Alias alias = to.get(i);
            Alias old = before.get(alias.address());
            if (old == null) {
                changes.add(
                        "alias[" + i + "]",
                        Changes.sentence("change.alias.added", alias.address(), alias.to()));
            } else if (!old.to().equals(alias.to())) {
                changes.add(
                        "alias[" + i + "].to",
                        Changes.sentence("change.alias.to", alias.address(), old.to(), alias.to()));
            }
        }
        for (String address : before.keySet()) {
            if (!after.containsKey(address)) {
                changes.add(
                        "alias",
                        Text.of("change.alias.removed", address),
                        Text.of("effect.address.refused", address));
            }
        }
        ConfigDiff.order(
                "alias", List.copyOf(before.keySet()), List.copyOf(after.keySet()), changes);
    }

    private static <T> Map<String, T> byAddress(List<T> things, Function<T, String> address) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(address.apply(thing), thing));
        return map;
    }
}
