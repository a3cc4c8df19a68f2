package org.mailstation.desktop.flow;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;

/**
 * The form as it is being typed. Whatever can be guessed follows what was typed before, until
 * somebody types it himself.
 *
 * @param domain mail domain
 * @param hostName the station's name on the Internet
 * @param person name of the mailbox's owner
 * @param mailbox the part of the address before {@code @}, or a whole address
 * @param password for the mailbox; empty: as it is
 * @param repeat the password again
 * @param existing the mailbox is there already, so that its address is not guessed from a name any
 *     more
 */
public record Draft(
        String domain,
        String hostName,
        String person,
        String mailbox,
        Secret password,
        Secret repeat,
        boolean existing) {

    public static final Draft EMPTY =
            new Draft("", "", "", "", new Secret(""), new Secret(""), false);

    /** What the form shows for a configuration: its first domain and its first mailbox. */
    public static Draft of(StationConfig config) {
        String domain = config.domains().isEmpty() ? "" : config.domains().getFirst();
        Account first =
                config.accounts().isEmpty()
                        ? new Account("", "", 0, true)
                        : config.accounts().getFirst();
        String suffix = "@" + domain;
        String mailbox =
                first.address().endsWith(suffix)
                        ? first.address().substring(0, first.address().length() - suffix.length())
                        : first.address();
        return new Draft(
                domain,
                config.hostName(),
                first.name(),
                mailbox,
                new Secret(""),
                new Secret(""),
                !mailbox.isEmpty());
    }

    public Draft withDomain(String typed) {
        boolean follows = hostName.isEmpty() || hostName.equals(proposedHostName(domain));
        return new Draft(
                typed,
                follows ? proposedHostName(typed) : hostName,
                person,
                mailbox,
                password,
                repeat,
                existing);
    }

    public Draft withHostName(String typed) {
        return new Draft(domain, typed, person, mailbox, password, repeat, existing);
    }

    public Draft withPerson(String typed) {
        boolean follows =
                !existing && (mailbox.isEmpty() || mailbox.equals(proposedMailbox(person)));
        return new Draft(
                domain,
                hostName,
                typed,
                follows ? proposedMailbox(typed) : mailbox,
                password,
                repeat,
                existing);
    }

    public Draft withMailbox(String typed) {
        return new Draft(domain, hostName, person, typed, password, repeat, existing);
    }

    public Draft withPassword(String typed) {
        return new Draft(domain, hostName, person, mailbox, new Secret(typed), repeat, existing);
    }

    public Draft withRepeat(String typed) {
        return new Draft(domain, hostName, person, mailbox, password, new Secret(typed), existing);
    }

    /** The whole address of the mailbox. */
    public String address() {
        String local = mailbox.strip().toLowerCase(Locale.ROOT);
        return local.contains("@") ? local : local + "@" + cleanDomain();
    }

    public boolean hasPassword() {
        return !password.reveal().isEmpty();
    }

    /**
     * The configuration that the form stands for.
     *
     * @param base what runs now: everything that the form does not show stays as it is; {@code
     *     null} on a new station
     */
    public StationConfig on(@Nullable StationConfig base) {
        Account account =
                base == null || base.accounts().isEmpty()
                        ? new Account(address(), person.strip(), 0, true)
                        : new Account(
                                address(),
                                person.strip(),
                                base.accounts().getFirst().quotaMegabytes(),
                                base.accounts().getFirst().enabled());
        String host = hostName.strip().toLowerCase(Locale.ROOT);
        if (base == null) {
            return StationConfig.minimal(host, cleanDomain(), List.of(account));
        }
        return new StationConfig(
                host,
                firstReplaced(base.domains(), cleanDomain()),
                firstReplaced(base.accounts(), account),
                base.aliases(),
                base.relay(),
                base.ports(),
                base.network(),
                base.ddns(),
                base.tls(),
                base.storage(),
                base.notifications(),
                base.incoming(),
                base.setup());
    }

    private String cleanDomain() {
        return domain.strip().toLowerCase(Locale.ROOT);
    }

    private static String proposedHostName(String domain) {
        String clean = domain.strip().toLowerCase(Locale.ROOT);
        return clean.isEmpty() ? "" : "mail." + clean;
    }

    /**
     * The first name in letters that every mail program can type: {@code Jörg Müller} gives {@code
     * joerg}.
     */
    private static String proposedMailbox(String person) {
        String first = person.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String spelled =
                first.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z0-9.-]", "");
    }

    private static <T> List<T> firstReplaced(List<T> list, T first) {
        List<T> copy = new ArrayList<>(list);
        if (copy.isEmpty()) {
            copy.add(first);
        } else {
            copy.set(0, first);
        }
        return copy;
    }
}
