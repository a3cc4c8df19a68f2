package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Language;
import org.mailstation.config.Network;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;

/**
 * The whole station as it is being typed, over all pages of the assistant.
 *
 * @param way how letters come in and go out
 * @param network how the home is connected
 */
public record Draft(
        Arrangement way, Network network, HomeName name, PeopleDraft people, SafetyDraft safety) {

    public static final Draft EMPTY =
            new Draft(
                    Arrangement.DIRECT,
                    Network.USUAL,
                    HomeName.EMPTY,
                    PeopleDraft.EMPTY,
                    SafetyDraft.USUAL);

    /** What the pages show for a configuration. */
    public static Draft of(StationConfig config) {
        return new Draft(
                Arrangement.of(config),
                config.network(),
                HomeName.of(config),
                PeopleDraft.of(config),
                SafetyDraft.of(config));
    }

    /** Another arrangement; other servers are let in where it needs that. */
    public Draft withWay(Arrangement other) {
        return new Draft(other, network, name, people, safety.withPorts(other.on(safety.ports())));
    }

    public Draft withNetwork(Network other) {
        return new Draft(way, other, name, people, safety);
    }

    public Draft withName(UnaryOperator<HomeName> change) {
        return new Draft(way, network, change.apply(name), people, safety);
    }

    public Draft withPeople(UnaryOperator<PeopleDraft> change) {
        return new Draft(way, network, name, change.apply(people), safety);
    }

    public Draft withSafety(UnaryOperator<SafetyDraft> change) {
        return new Draft(way, network, name, people, change.apply(safety));
    }

    /** Addresses of those who get a new password. */
    public List<String> newPasswords() {
        return people.people().stream()
                .filter(Person::hasPassword)
                .map(person -> person.address(name.cleanDomain()))
                .toList();
    }

    /** The same without anything that opens a mailbox or an account elsewhere. */
    public Draft withoutPasswords() {
        NameDraft login = name.ddns().withSecret("");
        return new Draft(
                way,
                network,
                new HomeName(name.own(), name.domain(), name.hostName(), login),
                people.withoutPasswords(),
                safety.withRelay(relay -> relay.withSecret("")));
    }

    /** The passwords that {@link #withoutPasswords} leaves out. */
    public List<Omitted> passwords() {
        return passwords(true);
    }

    /** Whether one that was left out before has still not been typed, and has its place here. */
    public boolean lacks(Omitted omitted) {
        return passwords(false).contains(omitted);
    }

    private List<Omitted> passwords(boolean typed) {
        List<Omitted> found = new ArrayList<>();
        for (Person person : people.people()) {
            if (person.hasPassword() == typed) {
                found.add(new Omitted(Omitted.Kind.MAILBOX, person.address(name.cleanDomain())));
            }
        }
        if (!name.ddns().provider().isEmpty() && name.ddns().hasSecret() == typed) {
            found.add(new Omitted(Omitted.Kind.DDNS, name.ddns().host().strip()));
        }
        Secret relay = safety.relay().secret();
        if (!safety.relay().host().isBlank() && relay.reveal().isEmpty() != typed) {
            found.add(new Omitted(Omitted.Kind.RELAY, safety.relay().host().strip()));
        }
        return found;
    }

    /**
     * The configuration that the draft stands for.
     *
     * @param base what runs now: everything that no page shows stays as it is; {@code null} on a
     *     new station
     */
    public StationConfig on(@Nullable StationConfig base) {
        String domain = name.cleanDomain();
        List<Account> accounts =
                people.people().stream().map(person -> person.account(domain)).toList();
        StationConfig rest =
                base == null ? StationConfig.minimal(name.cleanHost(), domain, accounts) : base;
        Language language =
                base == null ? Language.of(Locale.getDefault()) : base.notifications().language();
        return new StationConfig(
                name.cleanHost(),
                firstReplaced(rest.domains(), domain),
                accounts,
                people.redirects().stream().map(one -> one.alias(domain)).toList(),
                safety.relay().relay(way.relay()),
                safety.ports(),
                network,
                name.ddns().ddns(),
                safety.tls(),
                rest.storage(),
                rest.notifications().in(language),
                safety.wholeIncoming(),
                rest.setup(),
                rest.backup());
    }

    private static List<String> firstReplaced(List<String> list, String first) {
        List<String> copy = new ArrayList<>(list);
        if (copy.isEmpty()) {
            copy.add(first);
        } else {
            copy.set(0, first);
        }
        return copy;
    }
}
