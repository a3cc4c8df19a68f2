package org.mailstation.router.igd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.Protocol;
import org.mailstation.router.Refusal;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

@Timeout(60)
class IgdRouterTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Wish SMTP = new Wish(25, 2525, "Mail Station <&> smtp");

    private FakeRouter home;

    @BeforeEach
    void open() throws IOException {
        home = new FakeRouter();
    }

    @AfterEach
    void close() {
        home.close();
    }

    private IgdRouter router() {
        return router(home.control(), PATIENCE);
    }

    private IgdRouter router(URI control, Duration patience) {
        Gateway gateway =
                new Gateway(Protocol.IGD, FakeRouter.HERE, FakeRouter.HERE, "HomeBox 7", null);
        return new IgdRouter(
                gateway, new Soap(new IgdDescription.Service(home.type, control), patience));
    }

    private static <T> T given(RouterAnswer<T> answer) {
        return switch (answer) {
            case RouterAnswer.Given<T>(T value) -> value;
            default -> throw new AssertionError(answer.technically());
        };
    }

    @Test
    void it_tells_its_line() {
        assertThat(given(router().line()))
                .isEqualTo(new Line(true, InetAddress.ofLiteral("203.0.113.7"), 4711));
    }

    @ParameterizedTest
    @CsvSource({"Connected, ''", "Connected, 0.0.0.0", "Connecting, unknown", "Disconnected, ''"})
    void a_line_without_an_address_is_told_as_such(String status, String address) {
        home.status = status;
        home.address = address;
        assertThat(given(router().line()))
                .isEqualTo(new Line(status.equals("Connected"), null, 4711));
    }

    @Test
    void a_port_is_mapped_read_back_and_taken_back() {
        IgdRouter router = router();
        Mapping there = new Mapping(25, "127.0.0.1", 2525, true, SMTP.description(), HOUR);
        assertThat(given(router.map(SMTP, HOUR)))
                .isEqualTo(new MapOutcome.Stands(there, HOUR, null));
        assertThat(given(router.read(25))).isEqualTo(new Entry.Leads(there));
        assertThat(given(router.unmap(SMTP))).isTrue();
        assertThat(given(router.unmap(SMTP))).isFalse();
        assertThat(given(router.read(25))).isEqualTo(new Entry.NotListed());
    }

    @Test
    void the_action_is_called_by_the_type_that_the_router_described() {
        home.type = "urn:schemas-upnp-org:service:WANPPPConnection:1";
        assertThat(given(router().map(SMTP, HOUR))).isInstanceOf(MapOutcome.Stands.class);
    }

    @Test
    void another_devices_port_is_named_and_left_alone() {
        home.table.put(25, new String[] {"192.168.77.30", "25", "Old server", "0"});
        assertThat(given(router().map(SMTP, HOUR)))
                .isEqualTo(
                        new MapOutcome.Taken(
                                new Mapping(25, "192.168.77.30", 25, true, "Old server", null)));
        assertThat(given(router().unmap(SMTP))).isFalse();
        assertThat(home.called).doesNotContain("AddPortMapping", "DeletePortMapping");
    }

    @Test
    void another_program_on_this_nas_keeps_its_port_too() {
        home.table.put(25, new String[] {"127.0.0.1", "26", "Other program", "0"});
        assertThat(given(router().map(SMTP, HOUR))).isInstanceOf(MapOutcome.Taken.class);
    }

    @Test
    void an_own_entry_to_another_port_is_replaced() {
        Wish now = new Wish(25, 2525, "Mail Station");
        home.table.put(25, new String[] {"127.0.0.1", "25", "Mail Station", "0"});
        assertThat(given(router().map(now, HOUR))).isInstanceOf(MapOutcome.Stands.class);
        assertThat(home.table.get(25)[1]).isEqualTo("2525");
    }

    @Test
    void an_own_entry_that_stays_for_good_needs_no_renewal() {
        home.table.put(25, new String[] {"127.0.0.1", "2525", "Mail Station", "0"});
        given(router().map(SMTP, HOUR));
        assertThat(home.called).containsExactly("GetSpecificPortMappingEntry");
    }

    @Test
    void a_router_that_keeps_entries_only_for_good_gets_such_a_wish() {
        home.onlyPermanent = true;
        assertThat(given(router().map(SMTP, HOUR)))
                .isInstanceOfSatisfying(
                        MapOutcome.Stands.class, stands -> assertThat(stands.lease()).isNull());
    }

    @Test
    void a_router_that_cannot_be_asked_for_one_entry_is_believed() {
        home.cannotTellOne = true;
        assertThat(given(router().map(SMTP, HOUR)))
                .isInstanceOfSatisfying(
                        MapOutcome.Stands.class,
                        stands -> assertThat(stands.lease()).isEqualTo(HOUR));
    }

    @Test
    void a_router_that_says_yes_and_does_nothing_is_not_believed() {
        home.forgetful = true;
        assertThat(router().map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Garbled.class);
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNSUPPORTED",
        "402, OTHER",
        "501, OTHER",
        "606, NOT_AUTHORISED",
        "724, SAME_PORT_REQUIRED",
        "728, NO_ROOM",
    })
    void a_refusal_has_a_reason(int code, Refusal reason) {
        home.refusesToAdd = code;
        assertThat(router().map(SMTP, HOUR))
                .isEqualTo(new RouterAnswer.Refused<MapOutcome>(reason, code, "No."));
    }

    @ParameterizedTest
    @ValueSource(ints = {718, 729})
    void a_conflict_that_the_router_does_not_explain_is_one_all_the_same(int code) {
        home.refusesToAdd = code;
        assertThat(given(router().map(SMTP, HOUR))).isEqualTo(new MapOutcome.Taken(null));
    }

    @Test
    void even_permanent_entries_may_be_refused() {
        home.refusesToAdd = 725;
        assertThat(router().map(SMTP, HOUR))
                .isEqualTo(
                        new RouterAnswer.Refused<MapOutcome>(Refusal.ONLY_PERMANENT, 725, "No."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Please log in</html>",
                "<s:Envelope xmlns:s='x'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='x'><s:Body><u:OtherResponse xmlns:u='y'/></s:Body></s:Envelope>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
            })
    void an_answer_of_another_form_is_no_answer(String answer) {
        for (int status : List.of(200, 404, 500)) {
            home.says = answer;
            home.httpStatus = status;
            assertThat(router().read(25)).isInstanceOf(RouterAnswer.Garbled.class);
            assertThat(router().map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Garbled.class);
            assertThat(router().line()).isInstanceOf(RouterAnswer.Garbled.class);
        }
    }

    @Test
    void an_entry_without_an_address_is_not_understood() {
        home.table.put(25, new String[] {"", "25", "", "0"});
        home.table.put(26, new String[] {"192.168.77.10", "70000", "", "0"});
        assertThat(router().read(25)).isInstanceOf(RouterAnswer.Garbled.class);
        assertThat(router().read(26)).isInstanceOf(RouterAnswer.Garbled.class);
    }

    @Test
    void a_router_that_does_not_answer_in_time_was_silent() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 5, FakeRouter.HERE)) {
            URI control = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/ctl");
            IgdRouter router = router(control, Duration.ofMillis(100));
            assertThat(router.map(SMTP, HOUR)).isInstanceOf(RouterAnswer.Silent.class);
            assertThat(router.unmap(SMTP)).isInstanceOf(RouterAnswer.Silent.class);
        }
    }

    @Test
    void a_router_that_is_gone_was_silent() {
        URI control = home.control();
        home.close();
        assertThat(router(control, PATIENCE).read(25)).isInstanceOf(RouterAnswer.Silent.class);
    }

    @Test
    void an_answer_names_its_kind_in_technical_words() {
        assertThat(
                        List.of(
                                new RouterAnswer.Refused<>(Refusal.NO_ROOM, 728, "Full")
                                        .technically(),
                                new RouterAnswer.Silent<>("no").technically(),
                                new RouterAnswer.Garbled<>("odd").technically(),
                                new RouterAnswer.Given<>(Map.of()).technically()))
                .containsExactly(
                        "refused, NO_ROOM (728 Full)",
                        "no answer: no",
                        "not understood: odd",
                        "{}");
    }
}
