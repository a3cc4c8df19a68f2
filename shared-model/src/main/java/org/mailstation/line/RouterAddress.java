package org.mailstation.line;

import java.net.Inet4Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.mailstation.router.Line;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

/** The router itself, found once and asked again as long as it answers. */
public final class RouterAddress implements AddressSource {
    /** A search wakes every device at home: not each minute where no router answers. */
    static final Duration SEARCH_AGAIN = Duration.ofMinutes(5);

    private final Supplier<List<PortMapper>> search;
    private final Clock clock;
    private List<PortMapper> mappers = List.of();
    private Instant searched = Instant.MIN;

    /**
     * @param search finds routers, the home's way out first; takes some seconds
     */
    public RouterAddress(Supplier<List<PortMapper>> search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return Source.ROUTER;
    }

    @Override
    public synchronized Told ask() {
        Told told = askKnown();
        boolean due =
                searched.equals(Instant.MIN)
                        || !clock.instant().isBefore(searched.plus(SEARCH_AGAIN));
        if (told instanceof Told.Nothing && due) {
            searched = clock.instant();
            mappers = search.get();
            told = askKnown();
        }
        return told;
    }

    /** One that says "none" may only not know: by another protocol the same router may tell. */
    private Told askKnown() {
        Told best = new Told.Nothing(Source.ROUTER, "no router answers");
        for (PortMapper mapper : mappers) {
            Told told = told(mapper.line());
            if (told instanceof Told.Address) {
                return told;
            }
            if (best instanceof Told.Nothing) {
                best = told;
            }
        }
        return best;
    }

    private static Told told(RouterAnswer<Line> answer) {
        if (!(answer instanceof RouterAnswer.Given<Line>(Line line))) {
            return new Told.Nothing(Source.ROUTER, answer.technically());
        }
        if (line.address() instanceof Inet4Address v4) {
            return new Told.Address(Source.ROUTER, v4);
        }
        return line.connected()
                ? new Told.None(Source.ROUTER)
                : new Told.Nothing(Source.ROUTER, "the router is not connected");
    }
}
