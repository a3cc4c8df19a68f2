package org.mailstation.desktop.work;

import org.mailstation.text.Text;

/** The person asked to stop. */
public record Cancelled() implements Failure {
    @Override
    public Text text() {
        return Text.of("work.cancelled");
    }
}
