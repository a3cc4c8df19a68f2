package org.mailstation.desktop.view.line;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.mailstation.config.Network;
import org.mailstation.desktop.draft.Arrangement;
import org.mailstation.desktop.draft.LineFound;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** What was found of the line, and the arrangements that can work on it. */
public final class LinePage implements Page<Filling> {

    private final Kit kit;
    private final Words words;
    private final DraftForm form;
    private final Label in = Blocks.paragraph("");
    private final Label out = Blocks.paragraph("");
    private final Label lasting = Blocks.paragraph("");
    private final FindingList findings;
    private final Button again;
    private final VBox ways = new VBox();
    private final Map<Arrangement, RadioButton> buttons = new EnumMap<>(Arrangement.class);
    private final ToggleGroup group = new ToggleGroup();
    private final Notice unmeasured;
    private final Parent node;
    private List<LineFound.Offer> shown = List.of();

    public LinePage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        form = new DraftForm(kit);
        findings = new FindingList(kit);
        again = new Button(words.of("line.again"), Icons.of(Icons.Sign.REFRESH));
        again.setId("line-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> kit.flow().measure());
        ways.getStyleClass().add("ways");
        unmeasured =
                new Notice(
                        Notice.Kind.INFORMATION,
                        words.of("line.unmeasured"),
                        words.of("line.unmeasured.text"));
        in.setId("line-in");
        out.setId("line-out");
        lasting.setId("line-lasting");
        GridPane facts = Blocks.facts();
        Blocks.fact(facts, words.of("line.in"), in);
        Blocks.fact(facts, words.of("line.out"), out);
        Blocks.fact(facts, words.of("line.lasting"), lasting);
        node =
                Blocks.page(
                        words.of("line.title"),
                        words.of("line.lead"),
                        form.above(),
                        unmeasured,
                        facts,
                        findings,
                        again,
                        Blocks.section(words.of("line.ways")),
                        ways,
                        Blocks.section(words.of("line.network")),
                        network());
    }

    private Node network() {
        return Blocks.pair(
                form.choice(
                        named("network.line", "network-line", "line.connected"),
                        List.of(Network.Line.values()),
                        value -> words.of("line.connected", value),
                        draft -> draft.network().line(),
                        (draft, line) ->
                                draft.withNetwork(new Network(line, draft.network().address()))),
                form.choice(
                        named("network.address", "network-address", "line.address"),
                        List.of(Network.Address.values()),
                        value -> words.of("line.address", value),
                        draft -> draft.network().address(),
                        (draft, address) ->
                                draft.withNetwork(new Network(draft.network().line(), address))));
    }

    private DraftForm.Named named(String field, String id, String key) {
        return new DraftForm.Named(field, id, words.of(key), words.of(key + ".hint"), "");
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Filling state) {
        form.show(state);
        LineFound line = state.line();
        in.setText(words.of("line.in", line.in()));
        out.setText(words.of("line.out", line.out()));
        lasting.setText(
                words.of(
                        "line.lasting." + line.lasting().keeps().name().toLowerCase(Locale.ROOT),
                        words.of(line.lasting().why())));
        findings.show(line.shown());
        Blocks.visible(unmeasured, !line.measured());
        again.setDisable(state.activity().running());
        offer(line.offers(), state.draft().way());
        buttons.forEach(
                (way, button) -> {
                    button.setSelected(way == state.draft().way());
                    button.setDisable(state.activity().running());
                });
    }

    /** What runs stays to be seen, even where the measurement would not have offered it. */
    private void offer(List<LineFound.Offer> offers, Arrangement chosen) {
        List<LineFound.Offer> all = new ArrayList<>(offers);
        if (offers.stream().noneMatch(offer -> offer.way() == chosen)) {
            all.add(new LineFound.Offer(chosen, Text.of("flow.line.not-fitting")));
        }
        if (all.equals(shown)) {
            return;
        }
        shown = all;
        buttons.clear();
        List<Node> rows = new ArrayList<>();
        for (LineFound.Offer offer : all) {
            rows.add(row(offer));
        }
        ways.getChildren().setAll(rows);
    }

    private Node row(LineFound.Offer offer) {
        RadioButton button = new RadioButton(words.of("way", offer.way()));
        button.setId("way-" + offer.way().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.getStyleClass().add("way-name");
        Label why = Blocks.note(words.of(offer.why()));
        why.getStyleClass().add("way-why");
        button.setAccessibleHelp(why.getText());
        button.setOnAction(_ -> form.edit("network", draft -> draft.withWay(offer.way())));
        buttons.put(offer.way(), button);
        VBox row = new VBox(button, why);
        row.getStyleClass().add("way");
        return row;
    }

    @Override
    public void accept() {
        kit.flow().accept();
    }

    @Override
    public void forward() {
        kit.flow().next();
    }
}
