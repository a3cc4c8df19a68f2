package org.mailstation.desktop.discovery;

import java.util.List;

/**
 * What a search knows so far.
 *
 * @param found one entry a device, in the order in which they first answered
 * @param channels how each way of asking went, as far as it has ended
 * @param finished nothing more will come; {@code false} too when the search was cancelled
 */
public record Discovered(List<Found> found, List<ChannelReport> channels, boolean finished) {

    /** How one way of asking went. */
    public record ChannelReport(Channel channel, ChannelAnswer answer) {}

    public Discovered {
        found = List.copyOf(found);
        channels = List.copyOf(channels);
    }

    /** No question could be put, so that an empty list says nothing about who is there. */
    public boolean nobodyWasAsked() {
        return finished
                && !channels.isEmpty()
                && channels.stream()
                        .allMatch(one -> one.answer() instanceof ChannelAnswer.CouldNotAsk);
    }
}
