package org.mailstation.config;

import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that a person can set about a station, except secrets. One readable file holds it:
 * {@code config/station.toml}.
 *
 * @param hostName name under which the station answers on the Internet (RFC 5321 2.3.5), lower case
 * @param domains mail domains whose letters end here, at least one, lower case; the first is the
 *     main one
 * @param accounts mailboxes
 * @param aliases addresses that lead to other addresses
 * @param incoming what is done with letters of strangers
 * @param setup what tells mail programs how to use the station
 * @param backup copies of everything that are made by themselves
 */
public record StationConfig(
        String hostName,
        List<String> domains,
        List<Account> accounts,
        List<Alias> aliases,
        Relay relay,
        Ports ports,
        Network network,
        Ddns ddns,
        Tls tls,
        Storage storage,
        Notifications notifications,
        Incoming incoming,
        Setup setup,
        Backup backup) {
    public StationConfig {
        domains = List.copyOf(domains);
        accounts = List.copyOf(accounts);
        aliases = List.copyOf(aliases);
    }

    /** A station where everything else is as most families have it. */
    public static StationConfig minimal(String hostName, String domain, List<Account> accounts) {
        return new StationConfig(
                hostName,
                List.of(domain),
                accounts,
                List.of(),
                Relay.NONE,
                Ports.STANDARD,
                Network.USUAL,
                Ddns.NONE,
                Tls.SELF_SIGNED,
                Storage.DEFAULT,
                Notifications.NOBODY,
                Incoming.USUAL,
                Setup.CLOSED,
                Backup.NONE);
    }

    /** The same with other mailboxes. */
    public StationConfig withAccounts(List<Account> other) {
        return with(parts -> parts.accounts = other);
    }

    /** The same with another treatment of strangers. */
    public StationConfig withIncoming(Incoming other) {
        return with(parts -> parts.incoming = other);
    }

    /** The same with other aliases. */
    public StationConfig withAliases(List<Alias> other) {
        return with(parts -> parts.aliases = other);
    }

    /** The same with another way out. */
    public StationConfig withRelay(Relay other) {
        return with(parts -> parts.relay = other);
    }

    /** The same with another keeper of the name. */
    public StationConfig withDdns(Ddns other) {
        return with(parts -> parts.ddns = other);
    }

    /** The same on other ports. */
    public StationConfig withPorts(Ports other) {
        return with(parts -> parts.ports = other);
    }

    /** The same with other limits. */
    public StationConfig withStorage(Storage other) {
        return with(parts -> parts.storage = other);
    }

    /** The same with another answer to mail programs that look for their settings. */
    public StationConfig withSetup(Setup other) {
        return with(parts -> parts.setup = other);
    }

    /** The same with other copies of everything. */
    public StationConfig withBackup(Backup other) {
        return with(parts -> parts.backup = other);
    }

    /** The same with other words to people. */
    public StationConfig withNotifications(Notifications other) {
        return with(parts -> parts.notifications = other);
    }

    private StationConfig with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** So that a copy names only what is different, and can forget nothing else. */
    private static final class Parts {
        private String hostName;
        private List<String> domains;
        private List<Account> accounts;
        private List<Alias> aliases;
        private Relay relay;
        private Ports ports;
        private Network network;
        private Ddns ddns;
        private Tls tls;
        private Storage storage;
        private Notifications notifications;
        private Incoming incoming;
        private Setup setup;
        private Backup backup;

        private Parts(StationConfig from) {
            hostName = from.hostName;
            domains = from.domains;
            accounts = from.accounts;
            aliases = from.aliases;
            relay = from.relay;
            ports = from.ports;
            network = from.network;
            ddns = from.ddns;
            tls = from.tls;
            storage = from.storage;
            notifications = from.notifications;
            incoming = from.incoming;
            setup = from.setup;
            backup = from.backup;
        }

        private StationConfig whole() {
            return new StationConfig(
                    hostName,
                    domains,
                    accounts,
                    aliases,
                    relay,
                    ports,
                    network,
                    ddns,
                    tls,
                    storage,
                    notifications,
                    incoming,
                    setup,
                    backup);
        }
    }
}
