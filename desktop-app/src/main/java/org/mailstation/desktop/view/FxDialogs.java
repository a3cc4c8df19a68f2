package org.mailstation.desktop.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.words.Words;

/** The real desktop's dialogs. */
public final class FxDialogs implements Dialogs {

    private final Window owner;
    private final Words words;
    private final Runnable quit;

    /**
     * @param quit ends the program
     */
    public FxDialogs(Window owner, Words words, Runnable quit) {
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
    public Optional<Path> save(String name, byte[] content) throws IOException {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name);
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        Files.write(chosen.toPath(), content);
        return Optional.of(chosen.toPath());
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
