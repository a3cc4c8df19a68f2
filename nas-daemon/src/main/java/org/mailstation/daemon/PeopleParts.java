package org.mailstation.daemon;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.control.NasUsers;
import org.mailstation.daemon.box.Passwd;
import org.mailstation.daemon.mail.StationMail;
import org.mailstation.daemon.status.RoomCheck;
import org.mailstation.finding.Finding;

/** The wiring of who is on the NAS, who of them has a mailbox, and which are nearly full. */
final class PeopleParts {
    private PeopleParts() {}

    static Supplier<NasUsers> of(Passwd passwd, Supplier<@Nullable StationConfig> config) {
        return () ->
                passwd.people()
                        .<NasUsers>map(people -> listed(people, config.get()))
                        .orElseGet(NasUsers.CouldNotTell::new);
    }

    static Supplier<List<Finding>> room(
            StationMail mail, Supplier<@Nullable StationConfig> config, Clock clock) {
        return () -> {
            StationConfig running = config.get();
            return running == null
                    ? List.of()
                    : RoomCheck.check(running, mail::percentUsed, clock.instant());
        };
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
