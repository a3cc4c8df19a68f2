package org.mailstation.desktop.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Which page is shown, and which pages lie behind it. Belongs to the owner's thread. */
final class Stage {

    private final List<Consumer<SetupState>> listeners = new ArrayList<>();

    /** Pages that were left, the latest first. */
    private final Deque<SetupState> trail = new ArrayDeque<>();

    private SetupState state;

    Stage(SetupState first) {
        this.state = first;
    }

    SetupState state() {
        return state;
    }

    void listen(Consumer<SetupState> listener) {
        listeners.add(listener);
        listener.accept(state);
    }

    /** Shows another page, or the same one with other content. */
    void show(SetupState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Shows the next page; {@code left} is where {@code back} leads to. */
    void advance(SetupState left, SetupState next) {
        trail.push(left);
        show(next);
    }

    boolean hasBack() {
        return !trail.isEmpty();
    }

    void back() {
        show(trail.pop());
    }

    boolean passed(Step step) {
        return trail.stream().anyMatch(page -> page.step() == step);
    }

    /** Back to the latest page of a step that was passed. */
    void backTo(Step step) {
        forgetWhile(page -> page.step() != step);
        back();
    }

    /** Takes the latest pages out of the trail as long as they are such. */
    void forgetWhile(Predicate<SetupState> such) {
        while (!trail.isEmpty() && such.test(trail.peek())) {
            trail.pop();
        }
    }

    /** The page, if it is of this kind: a wish belongs to the pages that offer it. */
    <S extends SetupState> S expect(Class<S> kind) {
        if (!kind.isInstance(state)) {
            throw new IllegalStateException("not on " + state.getClass().getSimpleName());
        }
        return kind.cast(state);
    }
}
