package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Those who show what can be shown. All on the owner's thread. */
public final class Audience<V> {

    private final Supplier<V> view;
    private final List<Consumer<V>> listeners = new ArrayList<>();

    /**
     * @param view what can be shown now
     */
    public Audience(Supplier<V> view) {
        this.view = view;
    }

    /** Called with every change, and once at once. */
    public void join(Consumer<V> listener) {
        listeners.add(listener);
        listener.accept(view.get());
    }

    /** Something changed. */
    public void tell() {
        V now = view.get();
        listeners.forEach(listener -> listener.accept(now));
    }
}
