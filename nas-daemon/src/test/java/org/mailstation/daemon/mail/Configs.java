package org.mailstation.daemon.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

/** Configurations for tests, made step by step. Every port is free to choose unless set. */
record Configs(
        String host,
        List<String> domains,
        List<Account> accounts,
        List<Alias> aliases,
        Relay relay,
        Map<Service, Port> ports,
        Tls tls,
        Storage storage) {
    static Configs station(String domain, String... names) {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, new Port(0, service.standardPort(), Port.Open.LAN));
        }
        List<Account> accounts = new ArrayList<>();
        for (String name : names) {
            accounts.add(new Account(name + "@" + domain, name, 0, true));
        }
        return new Configs(
                "mail." + domain,
                List.of(domain),
                accounts,
                List.of(),
                Relay.NONE,
                ports,
                Tls.SELF_SIGNED,
                new Storage(5, 0));
    }

    Configs alias(String address, String... to) {
        List<Alias> more = new ArrayList<>(aliases);
        more.add(new Alias(address, List.of(to)));
        return new Configs(host, domains, accounts, more, relay, ports, tls, storage);
    }

    Configs port(Service service, int number, Port.Open open) {
        Map<Service, Port> other = new EnumMap<>(ports);
        other.put(service, new Port(number, service.standardPort(), open));
        return new Configs(host, domains, accounts, aliases, relay, other, tls, storage);
    }

    Configs relay(Relay other) {
        return new Configs(host, domains, accounts, aliases, other, ports, tls, storage);
    }

    Configs host(String other) {
        return new Configs(other, domains, accounts, aliases, relay, ports, tls, storage);
    }

    Configs accounts(List<Account> other) {
        return new Configs(host, domains, other, aliases, relay, ports, tls, storage);
    }

    Configs tls(Tls other) {
        return new Configs(host, domains, accounts, aliases, relay, ports, other, storage);
    }

    Configs storage(Storage other) {
        return new Configs(host, domains, accounts, aliases, relay, ports, tls, other);
    }

    StationConfig build() {
        return new StationConfig(
                host,
                domains,
                accounts,
                aliases,
                relay,
                new Ports(ports),
                new Network(Network.Line.BEHIND_ROUTER, Network.Address.DYNAMIC),
                Ddns.NONE,
                tls,
                storage,
                Notifications.NOBODY,
                Incoming.USUAL,
                Setup.CLOSED,
                Backup.NONE);
    }
}
