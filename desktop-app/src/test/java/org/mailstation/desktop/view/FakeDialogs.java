package org.mailstation.desktop.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;

/** What would have been asked of the desktop. */
final class FakeDialogs implements Dialogs {

    final List<String> copied = new ArrayList<>();
    final List<ErrorReport> errors = new ArrayList<>();
    final Map<String, String> saved = new HashMap<>();
    final List<Wish> asked = new ArrayList<>();

    /** What the last question's yes does. */
    Runnable onYes = () -> {};

    final List<Explaining> explanations = new ArrayList<>();
    Optional<Path> letter = Optional.empty();
    Optional<Path> updates = Optional.empty();
    boolean diskFull;

    /** The person closes the choice of a place without choosing one. */
    boolean undecided;

    int quits;

    /** Where files go that are written by somebody else; {@code null}: the person chooses none. */
    @Nullable Path folder;

    final List<Path> opened = new ArrayList<>();
    Runnable report = () -> {};
    Optional<Path> keyFile = Optional.empty();

    @Override
    public Optional<Path> chooseKeyFile() {
        return keyFile;
    }

    @Override
    public Optional<Path> chooseLetter() {
        return letter;
    }

    @Override
    public void returned(Explaining explaining) {
        explanations.add(explaining);
    }

    @Override
    public Optional<Path> save(String name, byte[] content) throws IOException {
        if (diskFull) {
            throw new IOException("disk full");
        }
        if (undecided) {
            return Optional.empty();
        }
        saved.put(name, new String(content, StandardCharsets.UTF_8));
        return Optional.of(Path.of(name));
    }

    @Override
    public Optional<Path> place(String name) {
        return Optional.ofNullable(folder).map(it -> it.resolve(name));
    }

    @Override
    public void open(Path file) throws IOException {
        if (diskFull) {
            throw new IOException("no program for it");
        }
        opened.add(file);
    }

    @Override
    public void report() {
        report.run();
    }

    @Override
    public Optional<Path> chooseUpdates() {
        return updates;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void error(ErrorReport report) {
        errors.add(report);
    }

    @Override
    public void confirm(Wish wish, Runnable yes) {
        asked.add(wish);
        onYes = yes;
    }

    @Override
    public void quit() {
        quits++;
    }
}
