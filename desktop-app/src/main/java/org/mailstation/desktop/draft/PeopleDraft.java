package org.mailstation.desktop.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mailstation.config.StationConfig;
import org.mailstation.control.NasUsers;

/**
 * Who has mail here.
 *
 * @param people in the order of the configuration's accounts
 * @param redirects in the order of its aliases
 */
public record PeopleDraft(List<Person> people, List<Redirect> redirects) {

    public static final PeopleDraft EMPTY = new PeopleDraft(List.of(Person.EMPTY), List.of());

    public PeopleDraft {
        people = List.copyOf(people);
        redirects = List.copyOf(redirects);
    }

    public static PeopleDraft of(StationConfig config) {
        String domain = config.domains().isEmpty() ? "" : config.domains().getFirst();
        List<Person> people =
                config.accounts().stream().map(one -> Person.of(one, domain)).toList();
        return new PeopleDraft(
                people.isEmpty() ? EMPTY.people() : people,
                config.aliases().stream().map(one -> Redirect.of(one, domain)).toList());
    }

    public PeopleDraft withPerson(int index, UnaryOperator<Person> change) {
        return new PeopleDraft(changed(people, index, change), redirects);
    }

    public PeopleDraft plus(Person person) {
        List<Person> more = new ArrayList<>(people);
        more.add(person);
        return new PeopleDraft(more, redirects);
    }

    /** One more from among the people of the NAS; in the place of nobody where that is free. */
    public PeopleDraft plus(NasUsers.User user) {
        Person person = Person.of(user);
        boolean free = people.size() == 1 && people.getFirst().blank();
        return free ? new PeopleDraft(List.of(person), redirects) : plus(person);
    }

    /**
     * Those of the NAS's people who could get a mailbox by their name and have none here.
     *
     * @param domain the mail domain
     */
    public List<NasUsers.User> without(List<NasUsers.User> users, String domain) {
        Set<String> taken =
                people.stream()
                        .filter(one -> !one.mailbox().isBlank())
                        .map(one -> one.address(domain).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return users.stream()
                .filter(user -> !user.localPart().isEmpty())
                .filter(user -> !taken.contains(Addressing.whole(user.localPart(), domain)))
                .filter(user -> !taken.contains(user.mailbox().toLowerCase(Locale.ROOT)))
                .toList();
    }

    public PeopleDraft withoutPerson(int index) {
        return new PeopleDraft(without(people, index), redirects);
    }

    public PeopleDraft withRedirect(int index, UnaryOperator<Redirect> change) {
        return new PeopleDraft(people, changed(redirects, index, change));
    }

    public PeopleDraft plus(Redirect redirect) {
        List<Redirect> more = new ArrayList<>(redirects);
        more.add(redirect);
        return new PeopleDraft(people, more);
    }

    public PeopleDraft withoutRedirect(int index) {
        return new PeopleDraft(people, without(redirects, index));
    }

    /** The same after their passwords came to the station. */
    public PeopleDraft withoutPasswords() {
        return new PeopleDraft(
                people.stream().map(one -> one.withPassword("")).toList(), redirects);
    }

    private static <T> List<T> changed(List<T> list, int index, UnaryOperator<T> change) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, change.apply(copy.get(index)));
        return copy;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }
}
