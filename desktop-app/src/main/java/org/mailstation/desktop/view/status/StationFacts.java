package org.mailstation.desktop.view.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ProcessStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;

/** Names, versions, amounts and the certificate of a station. */
final class StationFacts extends VBox {

    private final Words words;
    private final InstantSource clock;
    private final Label hostName = Blocks.paragraph("");
    private final Label version = Blocks.paragraph("");
    private final Label mailboxes = Blocks.paragraph("");
    private final Label queue = Blocks.paragraph("");
    private final Label memory = Blocks.paragraph("");
    private final Label disk = Blocks.paragraph("");
    private final Label certificate = Blocks.paragraph("");
    private final CopyText fingerprint;

    StationFacts(Kit kit, InstantSource clock) {
        this.words = kit.words();
        this.clock = clock;
        fingerprint = new CopyText("certificate-fingerprint", words.of("fact.fingerprint"), kit);
        GridPane grid = Blocks.facts();
        Blocks.fact(grid, words.of("fact.host-name"), hostName);
        Blocks.fact(grid, words.of("fact.version"), version);
        Blocks.fact(grid, words.of("fact.mailboxes"), mailboxes);
        Blocks.fact(grid, words.of("fact.queue"), queue);
        Blocks.fact(grid, words.of("fact.memory"), memory);
        Blocks.fact(grid, words.of("fact.disk"), disk);
        Blocks.fact(grid, words.of("fact.certificate"), certificate);
        Blocks.fact(grid, words.of("fact.fingerprint"), fingerprint);
        getChildren().setAll(grid);
    }

    void show(StationStatus status) {
        Instant now = clock.instant();
        hostName.setText(status.hostName().isEmpty() ? words.of("fact.none") : status.hostName());
        version.setText(
                words.of(
                        "fact.version.text",
                        status.version(),
                        words.span(Duration.between(status.startedAt(), now)),
                        status.revision()));
        mailboxes.setText(words.of("fact.mailboxes.text", status.accounts()));
        queue.setText(queue(status.queue(), now));
        memory.setText(memory(status.process()));
        disk.setText(words.bytes(status.process().diskFreeBytes()));
        show(status.certificate(), now);
    }

    private String queue(QueueStatus status, Instant now) {
        Instant oldest = status.oldest();
        return oldest == null || status.waiting() == 0
                ? words.of("fact.queue.empty")
                : words.of(
                        "fact.queue.text",
                        status.waiting(),
                        words.span(Duration.between(oldest, now)));
    }

    private String memory(ProcessStatus process) {
        return process.residentBytes() < 0
                ? words.of("fact.unknown")
                : words.of(
                        "fact.memory.text",
                        words.bytes(process.residentBytes()),
                        words.bytes(process.heapUsedBytes()));
    }

    private void show(@Nullable CertificateStatus status, Instant now) {
        fingerprint.setText(status == null ? "" : status.keySha256());
        fingerprint.setDisable(status == null);
        if (status == null) {
            certificate.setText(words.of("fact.none"));
            return;
        }
        String key = status.selfSigned() ? "fact.certificate.self-signed" : "fact.certificate.text";
        certificate.setText(
                now.isAfter(status.notAfter())
                        ? words.of("fact.certificate.expired", words.day(status.notAfter()))
                        : words.of(
                                key,
                                words.day(status.notAfter()),
                                words.span(Duration.between(now, status.notAfter()))));
    }
}
