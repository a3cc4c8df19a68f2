package org.mailstation.desktop.view.ports;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ForwardState;
import org.mailstation.desktop.flow.Forwarding;
import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** Each port that the router shall lead to the NAS, and whether it does. */
public final class PortsPage implements Page<Afterwards> {

    private static final double SIGN = 16;

    private final Kit kit;
    private final Words words;
    private final Forwarding forwarding;
    private final CheckBar bar;
    private final StackPane answer = new StackPane();
    private final GridPane table = new GridPane();
    private final FindingList findings;
    private final Button again;
    private final VBox byHand;
    private final CopyText page;
    private final CopyText nas;
    private final Parent node;

    public PortsPage(Kit kit) {
        this.kit = kit;
        words = kit.words();
        forwarding = kit.care().forwarding();
        bar = new CheckBar(kit, "ports", words.of("ports.asking"), forwarding::cancel);
        table.setId("ports-table");
        table.getStyleClass().add("ports-table");
        findings = new FindingList(kit);
        again = new Button(words.of("ports.again"), Icons.of(Icons.Sign.REFRESH));
        again.setId("ports-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> forwarding.again());
        page = new CopyText("router-page", words.of("ports.page"), kit);
        nas = new CopyText("nas-address", words.of("ports.nas"), kit);
        GridPane facts = Blocks.facts();
        Blocks.fact(facts, words.of("ports.page"), page);
        Blocks.fact(facts, words.of("ports.nas"), nas);
        byHand =
                new VBox(
                        Blocks.section(words.of("ports.by-hand")),
                        Blocks.paragraph(words.of("ports.by-hand.text")),
                        facts);
        byHand.getStyleClass().add("page-part");
        node =
                Blocks.page(
                        words.of("ports.title"),
                        words.of("ports.lead"),
                        answer,
                        bar,
                        table,
                        findings,
                        again,
                        byHand);
        forwarding.listen(this::show);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void entered() {
        forwarding.open();
    }

    @Override
    public void left() {
        forwarding.cancel();
    }

    private void show(Forwarding.View view) {
        bar.show(view.activity());
        again.setDisable(view.activity().running());
        answer.getChildren().clear();
        if (view.told()) {
            answer.getChildren().add(answer(view));
        }
        fill(view);
        findings.show(view.findings().stream().filter(PortsPage::open).toList());
        nas.setText(view.nas());
        page.setText(view.page());
        Blocks.visible(byHand, view.told() && !view.direct() && !view.none() && !view.complete());
    }

    private static boolean open(Finding finding) {
        return finding.verdict() != Verdict.PASS && finding.verdict() != Verdict.NOT_APPLICABLE;
    }

    private Notice answer(Forwarding.View view) {
        if (view.direct()) {
            return new Notice(
                    Notice.Kind.SUCCESS, words.of("ports.direct"), words.of("ports.direct.text"));
        }
        if (view.none()) {
            return new Notice(
                    Notice.Kind.INFORMATION, words.of("ports.none"), words.of("ports.none.text"));
        }
        if (view.complete()) {
            return new Notice(
                    Notice.Kind.SUCCESS,
                    words.of("ports.complete"),
                    words.of("ports.complete.text", view.router()));
        }
        return view.router().isEmpty()
                ? new Notice(
                        Notice.Kind.INFORMATION,
                        words.of("ports.no-router"),
                        words.of("ports.no-router.text"))
                : new Notice(
                        Notice.Kind.WARNING,
                        words.of("ports.open", view.router()),
                        words.of("ports.open.text"));
    }

    private void fill(Forwarding.View view) {
        table.getChildren().clear();
        if (view.lines().isEmpty()) {
            return;
        }
        int row = 0;
        table.addRow(
                row++,
                Blocks.heading(words.of("ports.for")),
                Blocks.heading(words.of("ports.external")),
                Blocks.heading(words.of("ports.to")),
                Blocks.heading(words.of("ports.state")));
        for (Forwarding.Line line : view.lines()) {
            ForwardState state = line.state();
            Health health = health(state, view.direct());
            Label told = new Label(words.of("ports.is", name(state, view.direct())));
            told.setGraphic(new SignView(SIGN, health, words.of("health", health)));
            told.setId("port-" + line.external());
            table.addRow(
                    row++,
                    Blocks.paragraph(words.of(Text.of("service." + line.service().key()))),
                    cell(words.of("ports.tcp", Integer.toString(line.external()))),
                    cell(view.nas() + ":" + line.internal()),
                    Blocks.whole(told));
        }
    }

    private static Node cell(String text) {
        return Blocks.whole(new Label(text));
    }

    private static Health health(@Nullable ForwardState state, boolean direct) {
        return switch (state) {
            case null -> direct ? Health.FINE : Health.UNKNOWN;
            case ForwardState.Stands _ -> Health.FINE;
            case ForwardState.Asking _, ForwardState.NoAnswer _, ForwardState.NoRouter _ ->
                    Health.UNKNOWN;
            case ForwardState.Withdrawn _ -> Health.ATTENTION;
            case ForwardState.Taken _,
                    ForwardState.OtherPort _,
                    ForwardState.Refused _,
                    ForwardState.NotListening _ ->
                    Health.BROKEN;
        };
    }

    private static PortSeen name(@Nullable ForwardState state, boolean direct) {
        return switch (state) {
            case null -> direct ? PortSeen.DIRECT : PortSeen.BY_HAND;
            case ForwardState.Stands _ -> PortSeen.STANDS;
            case ForwardState.Asking _ -> PortSeen.ASKING;
            case ForwardState.NoAnswer _ -> PortSeen.NO_ANSWER;
            case ForwardState.NoRouter _ -> PortSeen.BY_HAND;
            case ForwardState.Withdrawn _ -> PortSeen.WITHDRAWN;
            case ForwardState.Taken _ -> PortSeen.TAKEN;
            case ForwardState.OtherPort _ -> PortSeen.OTHER_PORT;
            case ForwardState.Refused _ -> PortSeen.REFUSED;
            case ForwardState.NotListening _ -> PortSeen.NOT_LISTENING;
        };
    }

    /** What is said of a port, in a word or two. */
    private enum PortSeen {
        DIRECT,
        STANDS,
        ASKING,
        NO_ANSWER,
        BY_HAND,
        WITHDRAWN,
        TAKEN,
        OTHER_PORT,
        REFUSED,
        NOT_LISTENING
    }

    @Override
    public void forward() {
        kit.flow().next();
    }
}
