package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.util.function.Consumer;
import org.mailstation.text.Text;

/** Counts the answers to a question while handing them on; from any thread. */
final class Tally {
    private final Consumer<Sighting> heard;
    private int answers;

    Tally(Consumer<Sighting> heard) {
        this.heard = heard;
    }

    synchronized void add(Sighting sighting) {
        answers++;
        heard.accept(sighting);
    }

    /** When all could be asked. */
    synchronized ChannelAnswer answer() {
        return answers > 0 ? new ChannelAnswer.Answered(answers) : new ChannelAnswer.Silent();
    }

    /** When the network failed in between: what had been heard was heard. */
    synchronized ChannelAnswer answerAfter(IOException failure) {
        return answers > 0
                ? new ChannelAnswer.Answered(answers)
                : new ChannelAnswer.CouldNotAsk(
                        Text.of("discover.could-not-ask.blocked", reason(failure)));
    }

    private static String reason(IOException failure) {
        String said = failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : Plain.text(said);
    }
}
