package org.mailstation.desktop.view.status;

import java.time.Instant;
import javafx.scene.layout.VBox;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** What became of a letter: in plain words first, and small what the other server said itself. */
final class Meanings {

    private Meanings() {}

    static VBox of(StepMeaning step, Words words) {
        VBox lines = new VBox();
        Text what = step.what();
        Instant next = step.next();
        if (what != null) {
            String again =
                    next == null ? "" : " " + words.of("report.next-try", words.moment(next));
            lines.getChildren().add(Blocks.paragraph(words.of(what) + again));
        }
        step.means().forEach(text -> lines.getChildren().add(Blocks.paragraph(words.of(text))));
        if (!step.reply().isEmpty()) {
            lines.getChildren().add(Blocks.note(words.of("report.answer", step.reply())));
        }
        lines.setMinWidth(0);
        return lines;
    }
}
