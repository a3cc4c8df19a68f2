package org.mailstation.desktop.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.discovery.Discovered;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.desktop.discovery.Discovery;
import org.mailstation.desktop.discovery.Found;
import org.mailstation.desktop.discovery.Kind;
import org.mailstation.text.Text;

/**
 * The NASes around this computer, for the page that asks where the mail shall live. All on the
 * owner's thread.
 */
public final class Neighbourhood {
    private final Discovery discovery;
    private final Background background;
    private Consumer<View> listener = _ -> {};
    private View view = View.NOTHING_YET;
    private Discovery.@Nullable Running running;
    private int search;

    public Neighbourhood(Discovery discovery, Background background) {
        this.discovery = discovery;
        this.background = background;
    }

    /**
     * What is known so far.
     *
     * @param looking more may come
     * @param hints what to tell a person about the search itself: that nothing was found, that a
     *     question could not be put
     */
    public record View(List<Found> found, boolean looking, List<Text> hints) {
        public static final View NOTHING_YET = new View(List.of(), false, List.of());

        public View {
            found = List.copyOf(found);
            hints = List.copyOf(hints);
        }

        /** The one NAS of this household; empty where there is a choice, or only a guess. */
        public Optional<Found> onlyOne() {
            List<Found> nases = found.stream().filter(it -> it.kind() != Kind.LINUX).toList();
            return nases.size() == 1 ? Optional.of(nases.getFirst()) : Optional.empty();
        }
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> to) {
        listener = to;
        to.accept(view);
    }

    /** Looks once more; what an earlier search still had to say is no longer heard. */
    public void look() {
        stop();
        int mine = ++search;
        show(new View(List.of(), true, List.of()));
        Discovery.Running started =
                discovery.start(now -> background.later(() -> heard(mine, now)));
        running = started;
        var _ = started.done().whenComplete((last, _) -> background.later(() -> ended(mine, last)));
    }

    /** Ends a search under way; what was found stays. */
    public void stop() {
        Discovery.Running current = running;
        running = null;
        search++;
        if (current != null) {
            current.cancel();
            show(new View(view.found(), false, List.of()));
        }
    }

    private void heard(int which, Discovered now) {
        if (which == search) {
            show(new View(now.found(), true, List.of()));
        }
    }

    /** {@code last} is {@code null} where the search itself broke: nothing is known then. */
    private void ended(int which, @Nullable Discovered last) {
        if (which != search) {
            return;
        }
        running = null;
        show(
                last == null
                        ? new View(view.found(), false, List.of(Text.of("discover.none")))
                        : new View(last.found(), false, hints(last)));
    }

    private static List<Text> hints(Discovered last) {
        if (!last.found().isEmpty()) {
            return List.of();
        }
        Stream<Text> unasked =
                last.channels().stream()
                        .map(ChannelReport::answer)
                        .filter(ChannelAnswer.CouldNotAsk.class::isInstance)
                        .map(ChannelAnswer::text)
                        .distinct();
        return last.nobodyWasAsked()
                ? unasked.toList()
                : Stream.concat(Stream.of(Text.of("discover.none")), unasked).toList();
    }

    private void show(View now) {
        view = now;
        listener.accept(now);
    }
}
