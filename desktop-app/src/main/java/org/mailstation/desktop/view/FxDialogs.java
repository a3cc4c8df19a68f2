package org.mailstation.desktop.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.words.Words;

/** The real desktop's dialogs. */
public final class FxDialogs implements Dialogs {

    private final Window owner;
    private final Words words;
    private final Runnable report;
    private final Runnable quit;
    private @Nullable ReturnedDialog returned;
    private @Nullable Explaining asked;

    /**
     * @param report makes one
     * @param quit ends the program
     */
    public FxDialogs(Window owner, Words words, Runnable report, Runnable quit) {
        this.report = report;
        this.quit = quit;
        this.owner = owner;
        this.words = words;
    }

    @Override
    public Optional<Path> chooseKeyFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("sign-in.key-file.choose"));
        Path usual = Path.of(System.getProperty("user.home"), ".ssh");
        if (Files.isDirectory(usual)) {
            chooser.setInitialDirectory(usual.toFile());
        }
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseLetter() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.of("returned.title"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public void returned(Explaining explaining) {
        ReturnedDialog dialog = returned;
        if (dialog == null || asked != explaining) {
            if (dialog != null) {
                dialog.close(); // it was that of another station
            }
            asked = explaining;
            dialog = new ReturnedDialog(owner, words, explaining, this::chooseLetter);
            returned = dialog;
        }
        dialog.show();
    }

    @Override
    public Optional<Path> save(String name, byte[] content) throws IOException {
        Optional<Path> chosen = place(name);
        if (chosen.isPresent()) {
            Files.write(chosen.get(), content);
        }
        return chosen;
    }

    @Override
    public Optional<Path> place(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public void open(Path file) throws IOException {
        Opener.ofThisComputer().open(file);
    }

    @Override
    public void report() {
        report.run();
    }

    @Override
    public Optional<Path> chooseUpdates() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.of("settings.updates.choose"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void error(ErrorReport report) {
        new ErrorDialog(owner, words, report, this::copy).show();
    }

    @Override
    public void confirm(Wish wish, Runnable yes) {
        new ConfirmDialog(owner, words, wish, yes).show();
    }

    @Override
    public void quit() {
        quit.run();
    }
}
