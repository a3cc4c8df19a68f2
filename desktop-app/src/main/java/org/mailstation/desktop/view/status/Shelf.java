package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Squeezed;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/**
 * A tab whose content is scrolled. What goes on, what is asked once more and what was done stand
 * below it, where they are in sight wherever one has scrolled.
 */
final class Shelf extends VBox {

    /** What part of the window the foot may take; there is still a tab above it. */
    private static final double FOOT = 0.5;

    private final String id;
    private final Words words;
    private final Runnable yes;
    private final Runnable no;
    private final CheckBar bar;
    private final ScrollPane scroll;
    private final VBox asked = new VBox();
    private final VBox foot;
    private @Nullable Wish shown;
    private @Nullable Button again;
    private BooleanSupplier unknown = () -> false;

    /**
     * @param id of the parts: {@code id-yes}, {@code id-no}, {@code id-cancel}
     * @param lead what goes on while the station is asked
     */
    Shelf(Kit kit, String id, String lead, Deeds deeds, Node... content) {
        this.id = id;
        this.words = kit.words();
        this.yes = deeds.yes();
        this.no = deeds.no();
        bar = new CheckBar(kit, id, lead, deeds.cancel());
        foot = new VBox(asked, bar);
        foot.getStyleClass().add("shelf-foot");
        scroll = Blocks.tab(content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll, new Squeezed(foot, FOOT));
        show(Activity.IDLE, null, null);
    }

    /**
     * Offers to ask once more where nothing is known, since the asking was cancelled or did not
     * succeed.
     */
    void asks(BooleanSupplier nothingKnown, Runnable ask) {
        unknown = nothingKnown;
        again = button(id + "-again", words.of("again"), ask);
    }

    /** What the buttons below do. */
    record Deeds(Runnable cancel, Runnable yes, Runnable no) {
        /** Nothing is ever asked about. */
        static Deeds cancelling(Runnable cancel) {
            return new Deeds(cancel, () -> {}, () -> {});
        }
    }

    void show(Activity activity, @Nullable Wish wish, @Nullable Text done) {
        bar.show(activity);
        List<Node> rows = new ArrayList<>();
        if (wish != null && !activity.running()) {
            rows.add(question(wish));
        } else if (done != null && !(activity instanceof Activity.Failed)) {
            Notice notice = new Notice(Notice.Kind.SUCCESS, words.of(done), "");
            notice.setId(id + "-done");
            rows.add(notice);
        }
        Button ask = again;
        if (ask != null && !activity.running() && unknown.getAsBoolean()) {
            rows.add(ask);
        }
        asked.getChildren().setAll(rows);
        Blocks.visible(asked, !rows.isEmpty());
        Blocks.visible(foot, !rows.isEmpty() || bar.isVisible());
        shown = wish;
    }

    /** Scrolls to the beginning. */
    void top() {
        scroll.setVvalue(0);
    }

    private Notice question(Wish wish) {
        Button go = button(id + "-yes", words.of(wish.yes()), yes);
        go.getStyleClass().add("danger");
        Button leave = button(id + "-no", words.of("wish.leave"), no);
        FlowPane row = Blocks.row(go, leave);
        Notice notice =
                new Notice(
                        Notice.Kind.WARNING, words.of("wish.sure"), words.of(wish.question()), row);
        if (!wish.equals(shown)) {
            Platform.runLater(leave::requestFocus);
        }
        return notice;
    }

    private static Button button(String id, String name, Runnable action) {
        Button button = new Button(name);
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
