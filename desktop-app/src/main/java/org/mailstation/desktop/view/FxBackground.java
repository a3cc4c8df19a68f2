package org.mailstation.desktop.view;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.mailstation.desktop.flow.Background;

/** Work on virtual threads, results on the JavaFX thread. */
public final class FxBackground implements Background {

    private final Executor aside;

    public FxBackground() {
        this(work -> Thread.ofVirtual().name("work").start(work));
    }

    FxBackground(Executor aside) {
        this.aside = aside;
    }

    @Override
    public <T> void start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        aside.execute(
                () -> {
                    T result;
                    try {
                        result = work.run();
                    } catch (Exception fault) {
                        later(() -> failed.accept(fault));
                        return;
                    }
                    later(() -> done.accept(result));
                });
    }

    @Override
    public void later(Runnable action) {
        Platform.runLater(action);
    }
}
