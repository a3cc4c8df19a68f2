package org.mailstation.desktop.fake;

import java.util.function.Consumer;
import org.mailstation.desktop.flow.Background;

/** Everything at once, on the thread that asks. */
public final class Here implements Background {
    @Override
    public <T> void start(Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.run();
        } catch (Exception fault) {
            failed.accept(fault);
            return;
        }
        done.accept(result);
    }

    @Override
    public void later(Runnable action) {
        action.run();
    }
}
