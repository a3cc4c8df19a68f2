package org.mailstation.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.PortMapper;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

class RouterAddressTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final List<PortMapper> home = new ArrayList<>();
    private int searches;
    private final RouterAddress source =
            new RouterAddress(
                    () -> {
                        searches++;
                        return List.copyOf(home);
                    },
                    ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    /** A router that tells its line and nothing else. */
    private static final class Teller implements PortMapper {
        private RouterAnswer<Line> answer = new RouterAnswer.Silent<>("off");

        void has(@Nullable String address) {
            answer =
                    new RouterAnswer.Given<>(
                            new Line(
                                    true,
                                    address == null ? null : InetAddress.ofLiteral(address),
                                    1));
        }

        @Override
        public RouterAnswer<Line> line() {
            return answer;
        }

        @Override
        public Gateway gateway() {
            throw new AssertionError("only the line is asked");
        }

        @Override
        public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
            throw new AssertionError("only the line is asked");
        }

        @Override
        public RouterAnswer<Entry> read(int external) {
            throw new AssertionError("only the line is asked");
        }

        @Override
        public RouterAnswer<Boolean> unmap(Wish wish) {
            throw new AssertionError("only the line is asked");
        }
    }

    private Teller teller() {
        Teller teller = new Teller();
        home.add(teller);
        return teller;
    }

    @Test
    void a_router_is_found_once_and_asked_again() {
        Teller router = teller();
        router.has("44.128.0.77");
        assertThat(source.ask()).isEqualTo(told("44.128.0.77"));
        router.has("44.128.0.78");
        assertThat(source.ask()).isEqualTo(told("44.128.0.78"));
        assertThat(searches).isEqualTo(1);
    }

    @Test
    void a_protocol_that_tells_goes_before_one_that_does_not() {
        teller().has(null);
        teller().has("44.128.0.77");
        assertThat(source.ask()).isEqualTo(told("44.128.0.77"));
    }

    @Test
    void a_router_without_ipv4_says_so() {
        teller().has(null);
        assertThat(source.ask()).isEqualTo(new Told.None(Source.ROUTER));
    }

    @Test
    void a_router_that_is_gone_is_looked_for_but_not_each_time() {
        assertThat(source.ask()).isInstanceOf(Told.Nothing.class);
        assertThat(source.ask()).isInstanceOf(Told.Nothing.class);
        assertThat(searches).isEqualTo(1);
        teller().has("44.128.0.77");
        now.set(Instant.EPOCH.plus(RouterAddress.SEARCH_AGAIN));
        assertThat(source.ask()).isInstanceOf(Told.Address.class);
        assertThat(searches).isEqualTo(2);
    }

    private static Told told(String address) {
        return new Told.Address(Source.ROUTER, (Inet4Address) InetAddress.ofLiteral(address));
    }
}
