package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.discovery.Kind;
import org.mailstation.desktop.fake.HandBackground;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.flow.Neighbourhood.View;
import org.mailstation.text.Text;

class NeighbourhoodTest {
    private static final Found NAS = HandDiscovery.DISK_STATION;
    private static final Found PI = HandDiscovery.RASPBERRY;
    private static final ChannelAnswer SILENT = new ChannelAnswer.Silent();

    private final HandDiscovery discovery = new HandDiscovery();
    private final HandBackground owner = new HandBackground();
    private final Neighbourhood around = new Neighbourhood(discovery, owner);
    private final List<View> seen = new ArrayList<>();

    @BeforeEach
    void listen() {
        around.listen(seen::add);
    }

    @Test
    void before_anybody_looks_nothing_is_known() {
        assertThat(seen).containsExactly(View.NOTHING_YET);
        assertThat(discovery.searches).isEmpty();
    }

    @Test
    void devices_appear_as_they_answer() {
        around.look();
        assertThat(seen.getLast()).isEqualTo(new View(List.of(), true, List.of()));
        discovery.newest().tell(NAS);
        discovery.newest().tell(NAS, PI);
        owner.until(() -> seen.size() == 4);
        assertThat(seen.get(2)).isEqualTo(new View(List.of(NAS), true, List.of()));
        discovery.newest().end(SILENT, NAS, PI);
        owner.until(() -> !seen.getLast().looking());
        assertThat(seen.getLast()).isEqualTo(new View(List.of(NAS, PI), false, List.of()));
    }

    @Test
    void where_nobody_answers_it_says_what_to_do() {
        assertThat(ended(SILENT).hints()).containsExactly(Text.of("discover.none"));
    }

    @Test
    void where_nobody_could_be_asked_only_that_is_said_and_once() {
        assertThat(ended(HandDiscovery.noNetwork()).hints())
                .containsExactly(Text.of("discover.could-not-ask.no-network"));
    }

    @Test
    void a_search_that_breaks_ends_with_what_was_found() {
        around.look();
        discovery.newest().tell(NAS);
        discovery.newest().fail();
        owner.until(() -> !seen.getLast().looking());
        assertThat(seen.getLast().found()).containsExactly(NAS);
    }

    @Test
    void looking_again_forgets_the_first_search_and_hears_it_no_more() {
        around.look();
        HandDiscovery.Search first = discovery.newest();
        first.tell(NAS);
        owner.until(() -> seen.getLast().found().size() == 1);
        around.look();
        assertThat(first.cancelled).isTrue();
        assertThat(seen.getLast()).isEqualTo(new View(List.of(), true, List.of()));
        first.end(SILENT, NAS);
        discovery.newest().tell(PI);
        owner.until(() -> !seen.getLast().found().isEmpty());
        assertThat(seen.getLast()).isEqualTo(new View(List.of(PI), true, List.of()));
    }

    @Test
    void who_stops_looking_keeps_what_was_found() {
        around.look();
        discovery.newest().tell(NAS);
        owner.until(() -> seen.getLast().found().size() == 1);
        around.stop();
        assertThat(discovery.newest().cancelled).isTrue();
        assertThat(seen.getLast()).isEqualTo(new View(List.of(NAS), false, List.of()));
        int before = seen.size();
        around.stop();
        assertThat(seen).hasSize(before);
    }

    @Test
    void a_nas_among_computers_is_the_only_one() {
        assertThat(ended(SILENT, PI, NAS).onlyOne()).contains(NAS);
        assertThat(ended(SILENT, PI).onlyOne()).isEmpty();
        Found second = HandDiscovery.found(2, Kind.QNAP, "qnap", "TS-251", "QTS 5", "192.168.1.11");
        assertThat(ended(SILENT, NAS, second).onlyOne()).isEmpty();
    }

    private View ended(ChannelAnswer answer, Found... found) {
        around.look();
        discovery.newest().end(answer, found);
        owner.until(() -> !seen.getLast().looking());
        return seen.getLast();
    }
}
