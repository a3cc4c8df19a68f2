package org.mailstation.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Configurations to test with. */
public final class Configs {
    /** One mailbox, one domain. */
    public static final StationConfig SMALL =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));

    private static final List<String> NAMES =
            List.of(
                    "",
                    "Anna",
                    "Jürgen \"Jo\" O'Brien",
                    "back\\slash",
                    "# no comment",
                    "Ελένη 😀",
                    "'''",
                    "\"\"\"",
                    "a = [1]",
                    "${jndi:x}");

    private final Random random;

    private Configs(long seed) {
        random = new Random(seed);
    }

    /** Another valid configuration for every seed. */
    public static StationConfig random(long seed) {
        return new Configs(seed).config();
    }

    /** The same with one part replaced, by the name of the record's component. */
    public static StationConfig with(StationConfig config, String part, Object value) {
        RecordComponent[] parts = StationConfig.class.getRecordComponents();
        Object[] values =
                Arrays.stream(parts)
                        .map(one -> one.getName().equals(part) ? value : get(config, one.getName()))
                        .toArray();
        try {
            return (StationConfig) StationConfig.class.getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** One part, by the name of the record's component. */
    public static Object get(StationConfig config, String part) {
        try {
            return StationConfig.class.getMethod(part).invoke(config);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private StationConfig config() {
        Set<String> domains = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            domains.add("d" + random.nextInt(100) + ".example.org");
        }
        List<Account> accounts = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        for (String domain : domains) {
            for (int i = 0; i < random.nextInt(4); i++) {
                accounts.add(account("user." + i + "+x@" + domain));
            }
            if (random.nextBoolean()) {
                aliases.add(
                        new Alias(
                                "all@" + domain,
                                List.of("o'brien/x@elsewhere.example", "a@b.example")));
                aliases.add(new Alias("@" + domain, List.of("all@" + domain)));
            }
        }
        return new StationConfig(
                "mail" + random.nextInt(9) + ".example.org",
                List.copyOf(domains),
                accounts,
                aliases,
                relay(),
                ports(),
                new Network(one(Network.Line.values()), one(Network.Address.values())),
                random.nextBoolean()
                        ? Ddns.NONE
                        : new Ddns("custom", "x.example.org", one(NAMES), "https://ddns.example/u"),
                random.nextBoolean()
                        ? Tls.SELF_SIGNED
                        : new Tls(Tls.Source.FILES, "/etc/a b\"c.pem", "/k.pem"),
                new Storage(
                        1 + random.nextInt(1000),
                        10 + random.nextInt(1000),
                        one(List.of(List.of(80, 95), List.<Integer>of(), List.of(1, 50, 99)))),
                random.nextBoolean()
                        ? Notifications.NOBODY
                        : new Notifications(
                                "me@elsewhere.example",
                                one(Language.values()),
                                random.nextBoolean(),
                                one(List.of("1h", "6h", "2d"))),
                new Incoming(
                        one(Incoming.Dmarc.values()),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean()
                                ? List.of()
                                : List.of("list" + random.nextInt(9) + ".example", "l.example")),
                new Setup(random.nextBoolean(), 8000 + random.nextInt(1000)),
                new Backup(
                        one(List.of("", "/volumeUSB1/a \"b\"", "ssh://anna@box.example:22/mail")),
                        one(List.of("12h", "1d", "30d")),
                        random.nextInt(100)));
    }

    private Account account(String address) {
        List<String> to =
                random.nextBoolean()
                        ? List.of()
                        : List.of("o'brien/x@elsewhere.example", "a@b.example");
        boolean enabled = random.nextBoolean();
        return new Account(
                address,
                one(NAMES),
                random.nextInt(1_000_000),
                enabled,
                !enabled && random.nextBoolean(),
                random.nextBoolean(),
                to,
                to.isEmpty() || random.nextBoolean());
    }

    private Relay relay() {
        return random.nextBoolean()
                ? Relay.NONE
                : new Relay(
                        one(Relay.Use.values()),
                        "smtp.example.net",
                        465,
                        one(Relay.Security.values()),
                        one(NAMES));
    }

    private Ports ports() {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            int number =
                    random.nextInt(4) == 0 ? 0 : service.standardPort() + 2000 + random.nextInt(2);
            ports.put(service, new Port(number, service.standardPort(), one(Port.Open.values())));
        }
        return new Ports(ports);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
