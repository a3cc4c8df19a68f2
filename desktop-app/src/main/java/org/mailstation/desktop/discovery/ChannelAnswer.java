package org.mailstation.desktop.discovery;

import org.mailstation.text.Text;

/** How a way of asking went. A question that could not be put says nothing about who is there. */
public sealed interface ChannelAnswer {

    /** What to tell a person. */
    Text text();

    /**
     * Somebody answered.
     *
     * @param answers number of answers that could be understood, at least 1; a device may give
     *     several
     */
    record Answered(int answers) implements ChannelAnswer {
        @Override
        public Text text() {
            return Text.of("discover.answered", Integer.toString(answers));
        }
    }

    /** The question went out to every network, and nobody answered in time. */
    record Silent() implements ChannelAnswer {
        @Override
        public Text text() {
            return Text.of("discover.silent");
        }
    }

    /**
     * The question did not get out, at least not to every network.
     *
     * @param reason why, and what to do
     */
    record CouldNotAsk(Text reason) implements ChannelAnswer {
        @Override
        public Text text() {
            return reason;
        }
    }

    /** Both together: of two networks, or of two questions. */
    default ChannelAnswer and(ChannelAnswer other) {
        if (this instanceof Answered(int mine)) {
            return other instanceof Answered(int theirs) ? new Answered(mine + theirs) : this;
        }
        return this instanceof Silent ? other : other instanceof Answered ? other : this;
    }
}
