package org.mailstation.desktop.view.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.DkimEntry;
import org.mailstation.control.RetiredKey;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.desktop.flow.Guarding;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** What the station proves itself with: its certificate, and the keys of its signatures. */
final class ProofParts {

    private static final double SIGN = 18;

    private final Words words;
    private final VBox certificate = new VBox();
    private final VBox signatures = new VBox();

    ProofParts(Words words) {
        this.words = words;
        certificate.setId("certificate");
        signatures.setId("signatures");
        certificate.getStyleClass().add("rows");
        signatures.getStyleClass().add("rows");
    }

    Node certificate() {
        return certificate;
    }

    Node signatures() {
        return signatures;
    }

    void show(Guarding.Known now) {
        certificate.getChildren().setAll(certificate(now));
        signatures.getChildren().setAll(signatures(now));
    }

    private List<Node> certificate(Guarding.Known now) {
        CertificateStatus status = now.certificate();
        if (status == null) {
            return List.of(Blocks.paragraph(words.of("guard.no-certificate")));
        }
        GridPane facts = Blocks.facts();
        fact(
                facts,
                "guard.issuer",
                status.selfSigned()
                        ? words.of("guard.self-signed")
                        : now.issuer().isEmpty() ? words.of("fact.unknown") : now.issuer());
        fact(facts, "guard.valid", words.day(status.notAfter()));
        CertificateFetching fetching = now.fetching();
        if (fetching.wanted() || !status.selfSigned()) {
            fact(facts, "guard.renewal", renewal(fetching));
        }
        List<Node> rows = new ArrayList<>(List.of(facts));
        Text reason = fetching.reason();
        if (reason != null) {
            rows.add(new Notice(Notice.Kind.WARNING, words.of(reason), fetching.technically()));
        }
        return rows;
    }

    private String renewal(CertificateFetching fetching) {
        Instant renewal = fetching.renewal();
        if (fetching.working()) {
            return words.of("guard.renewal.now");
        }
        if (renewal != null) {
            return words.day(renewal);
        }
        return words.of(fetching.wanted() ? "guard.renewal.soon" : "guard.renewal.never");
    }

    private List<Node> signatures(Guarding.Known now) {
        SigningStatus keys = now.signatures().keys();
        if (keys == null) {
            return List.of(Blocks.paragraph(words.of(Text.of("signing.broken"))));
        }
        GridPane facts = Blocks.facts();
        fact(
                facts,
                "guard.key",
                words.of(
                        "guard.key.text",
                        keys.current().selector(),
                        words.day(keys.current().made())));
        SigningKeyStatus next = keys.next();
        if (next != null) {
            fact(facts, "guard.next-key", words.of("guard.next-key.text", next.selector()));
        }
        for (RetiredKey old : keys.retired()) {
            fact(
                    facts,
                    "guard.old-key",
                    words.of("guard.old-key.text", old.selector(), words.day(old.until())));
        }
        List<Node> rows = new ArrayList<>(List.of(facts));
        now.signatures().records().forEach(entry -> rows.add(record(entry)));
        return rows;
    }

    private HBox record(DkimEntry entry) {
        Health health =
                switch (entry.published()) {
                    case YES -> Health.FINE;
                    case NO, OTHER -> Health.ATTENTION;
                    case UNKNOWN -> Health.UNKNOWN;
                };
        String state = words.of("guard.record", entry.published());
        Label what =
                Blocks.paragraph(
                        words.of("guard.record.text", entry.domain(), entry.selector(), state));
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(new SignView(SIGN, health, state), what);
        row.getStyleClass().add("letter-step");
        return row;
    }

    private void fact(GridPane facts, String key, String value) {
        Label label = Blocks.paragraph(value);
        Blocks.fact(facts, words.of(key), label);
    }
}
