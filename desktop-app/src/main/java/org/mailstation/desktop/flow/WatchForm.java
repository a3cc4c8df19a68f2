package org.mailstation.desktop.flow;

import java.util.List;
import org.mailstation.config.Notifications;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.config.rules.ConfigRules;

/**
 * How the station shall look after itself, as typed.
 *
 * @param on whether it does without being asked
 * @param every as in {@link Notifications#every}
 * @param address who gets a letter when something changes; empty: nobody
 */
public record WatchForm(boolean on, String every, String address) {

    public static final String EVERY = "notifications.every";
    public static final String ADDRESS = "notifications.address";

    static WatchForm of(Notifications now) {
        return new WatchForm(now.watch(), now.every(), now.address());
    }

    static final WatchForm USUAL = of(Notifications.NOBODY);

    public WatchForm withOn(boolean wanted) {
        return new WatchForm(wanted, every, address);
    }

    public WatchForm withEvery(String typed) {
        return new WatchForm(on, typed, address);
    }

    public WatchForm withAddress(String typed) {
        return new WatchForm(on, every, typed);
    }

    /** What is meant, in a configuration; or what is wrong with it, by field. */
    Parsed<Notifications> in(StationConfig config) {
        Notifications meant = config.notifications().at(address.strip()).looking(on, every.strip());
        List<Problem> problems =
                ConfigRules.problems(config.withNotifications(meant)).stream()
                        .filter(one -> one.field().startsWith("notifications."))
                        .toList();
        return problems.isEmpty() ? new Parsed.Valid<>(meant) : new Parsed.Invalid<>(problems);
    }
}
