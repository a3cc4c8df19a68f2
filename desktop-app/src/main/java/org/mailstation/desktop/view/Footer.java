package org.mailstation.desktop.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mailstation.desktop.flow.Forward;
import org.mailstation.desktop.flow.SetupFlow;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.words.Words;

/** Back, cancel, and the one coloured button, always at the same place. */
final class Footer extends HBox {

    private final SetupFlow flow;
    private final Words words;
    private final Button back = new Button();
    private final Button cancel = new Button();
    private final Button accept = new Button();
    private final Button forward = new Button();
    private final Label station = Blocks.note("");

    /**
     * @param onForward what the page does when the coloured button is pressed
     * @param onAccept what it does when the button beside it is pressed
     */
    Footer(SetupFlow flow, Words words, Runnable onForward, Runnable onAccept) {
        this.flow = flow;
        this.words = words;
        back.setId("back");
        back.setText(words.of("back"));
        back.setMnemonicParsing(true);
        back.setOnAction(_ -> flow.back());
        cancel.setId("cancel");
        cancel.setText(words.of("cancel"));
        cancel.setMnemonicParsing(true);
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> flow.cancel());
        accept.setId("accept");
        accept.setText(words.of("accept"));
        accept.setMnemonicParsing(true);
        accept.setOnAction(_ -> onAccept.run());
        forward.setId("forward");
        forward.setDefaultButton(true);
        forward.setMnemonicParsing(true);
        forward.setOnAction(_ -> onForward.run());
        station.setId("station");
        HBox.setHgrow(station, Priority.ALWAYS);
        station.setMaxWidth(Double.MAX_VALUE);
        for (Button button : new Button[] {back, cancel, accept, forward}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        getStyleClass().add("footer");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        getChildren().setAll(station, gap, cancel, back, accept, forward);
    }

    void show(SetupState state) {
        Forward way = Forward.of(state);
        Blocks.visible(forward, way != Forward.NONE);
        if (way != Forward.NONE) {
            forward.setText(words.of("forward", way));
        }
        forward.setDisable(!Forward.enabled(state));
        Blocks.visible(back, flow.canGoBack() && !(state instanceof SetupState.Home));
        boolean skippable = state instanceof SetupState.Filling page && page.step() != Step.SAFETY;
        boolean beginning = state instanceof SetupState.Locating;
        Blocks.visible(accept, skippable || beginning);
        accept.setText(words.of(beginning ? "accept.all" : "accept"));
        accept.setDisable(state.activity().running());
        Blocks.visible(cancel, flow.canCancel());
        cancel.setText(
                words.of(
                        state instanceof SetupState.ConfirmingKey
                                ? "cancel.do-not-trust"
                                : "cancel"));
        station.setText(flow.station().isEmpty() ? "" : words.of("footer.station", flow.station()));
    }

    /** Which station it is, the chooser says, too. */
    void narrow(boolean now) {
        Blocks.visible(station, !now);
    }

    Button forward() {
        return forward;
    }
}
