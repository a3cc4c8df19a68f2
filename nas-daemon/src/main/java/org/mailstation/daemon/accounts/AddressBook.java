package org.mailstation.daemon.accounts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.StationConfig;

/**
 * The addresses of one configuration, and where each leads. Never changes: a new configuration
 * brings a new book.
 */
public final class AddressBook {
    public static final AddressBook EMPTY = new AddressBook(Set.of(), List.of(), List.of());

    /** RFC 5321 4.5.1 and RFC 2142 4, 5. */
    private static final Set<String> ROLES =
            Set.of("postmaster", "abuse", "hostmaster", "webmaster", "security");

    private final Set<String> domains;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final @Nullable String first;

    private AddressBook(Set<String> domains, List<Account> accounts, List<Alias> aliases) {
        this.domains = domains;
        this.first =
                accounts.stream()
                        .filter(account -> !account.refuses())
                        .map(Account::address)
                        .findFirst()
                        .orElse(null);
        accounts.forEach(account -> this.accounts.put(account.address(), account));
        aliases.forEach(alias -> this.aliases.put(alias.address(), alias.to()));
    }

    public static AddressBook of(StationConfig config) {
        return new AddressBook(Set.copyOf(config.domains()), config.accounts(), config.aliases());
    }

    public boolean isOurs(String domain) {
        return domains.contains(domain.toLowerCase(Locale.ROOT));
    }

    /** The account whose login name this is, if it may sign in. */
    public Optional<Account> mayEnter(String login) {
        return Address.parse(login)
                .flatMap(address -> Optional.ofNullable(accounts.get(address.toString())))
                .filter(Account::enabled);
    }

    /** By its full address. */
    public Optional<Account> account(String address) {
        return Optional.ofNullable(accounts.get(address));
    }

    /**
     * Follows aliases to their ends, past accounts that take no letters. Every address is followed
     * once, so that a circle of aliases ends. The postmaster of each of our domains is always there
     * (RFC 5321 4.5.1), and so are the others whom strangers write to when something is wrong:
     * without an entry of their own they lead to the first account.
     */
    public Resolution resolve(Address address) {
        if (!isOurs(address.domain())) {
            return new Resolution.Foreign();
        }
        Set<String> mailboxes = new LinkedHashSet<>();
        Set<Address> elsewhere = new LinkedHashSet<>();
        Set<Address> seen = new HashSet<>();
        follow(address, seen, mailboxes, elsewhere);
        if (!mailboxes.isEmpty() || !elsewhere.isEmpty()) {
            return new Resolution.Found(mailboxes, elsewhere);
        }
        if (ROLES.contains(address.folded().local()) && first != null) {
            return new Resolution.Found(Set.of(first), Set.of());
        }
        return seen.stream().anyMatch(this::isClosed)
                ? new Resolution.Closed()
                : new Resolution.Nobody();
    }

    private boolean isClosed(Address address) {
        Account account = accounts.get(address.folded().toString());
        return account != null && account.refuses();
    }

    private void follow(
            Address address, Set<Address> seen, Set<String> mailboxes, Set<Address> elsewhere) {
        if (!seen.add(address)) {
            return;
        }
        if (!isOurs(address.domain())) {
            elsewhere.add(address);
            return;
        }
        Address folded = address.folded();
        String text = folded.toString();
        if (accounts.containsKey(text) && !isClosed(address)) {
            mailboxes.add(text);
        }
        List<String> targets = aliases.get(text);
        if (targets == null && !accounts.containsKey(text)) {
            targets = withoutEntry(folded);
        }
        if (targets != null) {
            for (String target : targets) {
                Address.parse(target).ifPresent(next -> follow(next, seen, mailboxes, elsewhere));
            }
        }
    }

    /** {@code anna+shop} is {@code anna} (RFC 5233 1), unless it has an entry of its own. */
    private @Nullable List<String> withoutEntry(Address address) {
        int plus = address.local().indexOf('+');
        if (plus > 0) {
            String whole = address.local().substring(0, plus) + "@" + address.domain();
            if (accounts.containsKey(whole) || aliases.containsKey(whole)) {
                return List.of(whole);
            }
        }
        if (ROLES.contains(address.local()) && first != null) {
            return List.of(first);
        }
        return aliases.get("@" + address.domain());
    }

    /**
     * Whether a person with this account may write as this address: it is the account's own, or it
     * leads to the account.
     */
    public boolean mayWriteAs(String account, Address address) {
        return switch (resolve(address)) {
            case Resolution.Found found -> found.mailboxes().contains(account);
            case Resolution.Foreign _, Resolution.Nobody _, Resolution.Closed _ -> false;
        };
    }
}
