package org.mailstation.words;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.Forwards;
import org.mailstation.control.RouterStatus;
import org.mailstation.text.Text;

/** What the router leads to the NAS, as lines for a person. */
public final class ForwardWords {
    private ForwardWords() {}

    /** The router, one line for each port, and what is not as it should be. */
    public static List<String> lines(Forwards forwards) {
        List<String> lines = new ArrayList<>();
        RouterStatus router = forwards.router();
        if (forwards.forwards().isEmpty()) {
            lines.add(Text.of("forward.none").words());
        }
        if (router != null) {
            String outside = router.outside().isEmpty() ? "?" : router.outside();
            lines.add(
                    Text.of(
                                    "forward.router",
                                    router.name(),
                                    router.address(),
                                    outside,
                                    router.protocol().name().replace('_', '-'))
                            .words());
        }
        forwards.forwards().forEach(forward -> lines.add(line(forward, router)));
        lines.addAll(FindingWords.troubles(forwards.findings()));
        return lines;
    }

    private static String line(Forward forward, @Nullable RouterStatus router) {
        String nas = router == null ? "NAS" : router.nas();
        return "%5d -> %s:%d  %s  %s"
                .formatted(
                        forward.external(),
                        nas,
                        forward.internal(),
                        forward.service().key(),
                        state(forward.state()).words());
    }

    /** What became of the wish, in some words. */
    public static Text state(ForwardState state) {
        return Text.of(key(state));
    }

    private static String key(ForwardState state) {
        return switch (state) {
            case ForwardState.Asking _ -> "forward.asking";
            case ForwardState.Stands _ -> "forward.stands";
            case ForwardState.Taken _ -> "forward.taken";
            case ForwardState.OtherPort _ -> "forward.other-port";
            case ForwardState.Refused _ -> "forward.refused";
            case ForwardState.NoAnswer _ -> "forward.no-answer";
            case ForwardState.NoRouter _ -> "forward.by-hand";
            case ForwardState.NotListening _ -> "forward.not-listening";
            case ForwardState.Withdrawn _ -> "forward.withdrawn";
        };
    }
}
