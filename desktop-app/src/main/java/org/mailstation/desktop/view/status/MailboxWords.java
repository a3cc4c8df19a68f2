package org.mailstation.desktop.view.status;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.mailstation.control.Mailboxes.Mailbox;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.words.Words;

/** How a mailbox is. */
final class MailboxWords {

    private MailboxWords() {}

    static Label title(Words words, Mailbox one) {
        Label title =
                Blocks.paragraph(
                        one.name().isEmpty()
                                ? one.address()
                                : words.of("people.mailbox", one.name(), one.address()));
        title.getStyleClass().add("letter-subject");
        return title;
    }

    static Node state(Words words, Mailbox one) {
        VBox column = new VBox();
        column.getStyleClass().add("finding-column");
        if (one.mostBytes() > 0) {
            ProgressBar full =
                    new ProgressBar(Math.min(1.0, (double) one.bytes() / one.mostBytes()));
            full.setMaxWidth(Double.MAX_VALUE);
            full.setAccessibleText(room(words, one));
            full.getStyleClass().add(isNearlyFull(one) ? "nearly-full" : "roomy");
            column.getChildren().add(full);
        }
        column.getChildren().add(Blocks.note(room(words, one) + " " + login(words, one)));
        return column;
    }

    private static boolean isNearlyFull(Mailbox one) {
        return one.bytes() * 10 >= one.mostBytes() * 9;
    }

    private static String room(Words words, Mailbox one) {
        return one.mostBytes() > 0
                ? words.of(
                        "people.room",
                        words.bytes(one.bytes()),
                        words.bytes(one.mostBytes()),
                        100 * one.bytes() / one.mostBytes())
                : words.of("people.used", words.bytes(one.bytes()));
    }

    private static String login(Words words, Mailbox one) {
        if (!one.enabled()) {
            return words.of("people.disabled");
        }
        if (!one.password()) {
            return words.of("people.no-password");
        }
        Instant last = one.signedIn();
        return last == null
                ? words.of("people.never-seen")
                : words.of("people.seen", words.moment(last));
    }
}
