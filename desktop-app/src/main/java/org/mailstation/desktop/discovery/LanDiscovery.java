package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LocalLans;
import org.mailstation.text.Text;

/** Looks by all channels, in all networks of this computer, at the same time. */
public final class LanDiscovery implements Discovery {

    /** Tells the networks of this computer. */
    interface Lans {
        List<Lan> now() throws IOException;
    }

    /** Makes the questions for these networks. */
    interface Questions {
        List<Question> about(List<Lan> lans);
    }

    private final Lans lans;
    private final Questions questions;
    private final Predicate<InetAddress> own;
    private final Timing timing;

    /**
     * @param own whether an address is this computer's
     */
    LanDiscovery(Lans lans, Questions questions, Predicate<InetAddress> own, Timing timing) {
        this.lans = lans;
        this.questions = questions;
        this.own = own;
        this.timing = timing;
    }

    /** Looks from this computer. */
    public static LanDiscovery fromHere() {
        return new LanDiscovery(
                LocalLans::now,
                lans -> everyChannel(lans, Timing.USUAL),
                LanDiscovery::isOfThisComputer,
                Timing.USUAL);
    }

    private static List<Question> everyChannel(List<Lan> lans, Timing timing) {
        List<Question> questions = new ArrayList<>();
        questions.add(FinderQuestion.everybody(lans));
        for (Lan lan : lans) {
            questions.add(MdnsQuestion.everybody(lan, timing));
            questions.add(SsdpQuestion.everybody(lan, timing));
        }
        return questions;
    }

    private static boolean isOfThisComputer(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false; // better shown once too often than not at all
        }
    }

    @Override
    public Running start(Consumer<Discovered> onChange) {
        Deadline end = Deadline.in(timing.total());
        List<Lan> here;
        try {
            here = lans.now();
        } catch (IOException e) {
            here = List.of();
        }
        List<Lan> networks = here;
        Search search =
                new Search(
                        networks.isEmpty() ? nowhere() : questions.about(networks),
                        address ->
                                networks.stream().anyMatch(lan -> lan.contains(address))
                                        && !own.test(address),
                        timing,
                        end,
                        onChange);
        Thread.ofVirtual().name("discovery").start(search::run);
        return search;
    }

    private static List<Question> nowhere() {
        return Arrays.stream(Channel.values()).<Question>map(Unasked::new).toList();
    }

    private record Unasked(Channel channel) implements Question {
        @Override
        public ChannelAnswer ask(Consumer<Sighting> heard, Deadline until) {
            return new ChannelAnswer.CouldNotAsk(Text.of("discover.could-not-ask.no-network"));
        }
    }
}
