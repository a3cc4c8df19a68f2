package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Line;
import org.mailstation.router.Pinholes;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Restart;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.search.RoutersFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The home's router, in every way that it speaks, as long as it answers. Searches again when it is
 * gone or the NAS stands elsewhere.
 */
final class Routers {
    /** Where no router takes wishes, one may appear: somebody switches UPnP on. */
    static final Duration SEARCH_AGAIN = Duration.ofMinutes(5);

    /**
     * So many searches in vain follow each other at every look: a router that starts is back soon.
     */
    static final int EAGER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Routers.class);

    private final Home home;
    private final Clock clock;

    private Home.@Nullable Place place;
    private Instant searched = Instant.MIN;
    private int inVain;
    private boolean hadOne;
    private RoutersFound found = new RoutersFound(List.of(), List.of(), List.of());
    private @Nullable Line line;
    private Instant lineSeen = Instant.MIN;

    Routers(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * What a look at the router says.
     *
     * @param mappers of one router; none: nobody takes wishes
     * @param forgot whether it is another router than before, or has begun anew
     * @param gone whether there was a router that does not answer any more
     */
    record Look(List<PortMapper> mappers, @Nullable Line line, boolean forgot, boolean gone) {}

    Look look(boolean searchNow) {
        Home.Place now = home.place();
        boolean due = found.mappers().isEmpty() && !clock.instant().isBefore(soonest());
        if (searchNow || due || !now.equals(place)) {
            return search(now);
        }
        List<PortMapper> mappers = ofOneRouter();
        if (mappers.isEmpty()) {
            return new Look(mappers, null, false, hadOne);
        }
        Line before = line;
        Instant seen = lineSeen;
        boolean answered = ask(mappers);
        if (!answered) {
            LOG.info("The router at {} does not answer any more", address(mappers));
            return search(now);
        }
        Line after = line;
        boolean forgot =
                before != null
                        && after != null
                        && Restart.between(
                                before.upSeconds(),
                                Duration.between(seen, lineSeen),
                                after.upSeconds());
        if (forgot) {
            LOG.info("The router at {} has begun anew", address(mappers));
        }
        return new Look(mappers, line, forgot, false);
    }

    private Instant soonest() {
        return inVain < EAGER ? searched : searched.plus(SEARCH_AGAIN);
    }

    private Look search(Home.Place now) {
        place = now;
        searched = clock.instant();
        found = home.search(now);
        line = null;
        List<PortMapper> mappers = ofOneRouter();
        found.tried()
                .forEach(one -> LOG.debug("{} {}: {}", one.protocol(), one.where(), one.answer()));
        if (mappers.isEmpty()) {
            inVain++;
            return new Look(mappers, null, false, hadOne);
        }
        inVain = 0;
        hadOne = true;
        ask(mappers);
        return new Look(mappers, line, true, false);
    }

    /** Entries at a second router, behind which the NAS is not, would lead nowhere. */
    private List<PortMapper> ofOneRouter() {
        return found.mappers().stream()
                .filter(one -> one.gateway().address().equals(address(found.mappers())))
                .toList();
    }

    private static Inet4Address address(List<PortMapper> mappers) {
        return mappers.getFirst().gateway().address();
    }

    /**
     * Whether the router answered in its most talkative way; the first way that names an address
     * tells the line.
     */
    private boolean ask(List<PortMapper> mappers) {
        boolean answered = false;
        Line told = null;
        for (PortMapper mapper : mappers) {
            RouterAnswer<Line> answer = mapper.line();
            answered |=
                    mapper == mappers.getFirst() && !(answer instanceof RouterAnswer.Silent<Line>);
            if (answer instanceof RouterAnswer.Given<Line>(Line one)
                    && (told == null || one.address() != null)) {
                told = one;
            }
            if (told != null && told.address() != null) {
                break;
            }
        }
        line = told;
        lineSeen = clock.instant();
        return answered;
    }

    /** Firewalls for IPv6 that take wishes, as of the last search. */
    List<Pinholes> pinholes() {
        return found.pinholes();
    }

    Home.@Nullable Place lastPlace() {
        return place;
    }
}
