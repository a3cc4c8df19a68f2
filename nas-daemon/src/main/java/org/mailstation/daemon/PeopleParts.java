package org.mailstation.daemon;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.NasUsers;
import org.mailstation.daemon.box.Passwd;

/** The wiring of who is on the NAS and who of them has a mailbox. */
final class PeopleParts {
    private PeopleParts() {}

    static Supplier<NasUsers> of(Passwd passwd, Supplier<@Nullable StationConfig> config) {
        return () ->
                passwd.people()
                        .<NasUsers>map(people -> listed(people, config.get()))
                        .orElseGet(NasUsers.CouldNotTell::new);
    }

    private static NasUsers listed(List<Passwd.Person> people, @Nullable StationConfig config) {
        return new NasUsers.Listed(
                people.stream()
                        .map(one -> new NasUsers.User(one.name(), one.fullName(), ""))
                        .map(
                                one ->
                                        new NasUsers.User(
                                                one.name(),
                                                one.fullName(),
                                                mailbox(one.localPart(), config)))
                        .toList());
    }

    private static String mailbox(String localPart, @Nullable StationConfig config) {
        if (config == null || localPart.isEmpty()) {
            return "";
        }
        List<String> known = config.accounts().stream().map(Account::address).toList();
        return config.domains().stream()
                .map(domain -> localPart + "@" + domain)
                .filter(known::contains)
                .findFirst()
                .orElse("");
    }
}
