package org.mailstation.desktop.flow;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down where the person is and what was typed, so that the program may end at any time. The
 * newest wish counts: while one is being written, those in between are left out. Belongs to the
 * owner's thread, except where a method says otherwise.
 */
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private interface Wish {
        void on(UnfinishedStore store) throws IOException;
    }

    private final Background background;
    private final UnfinishedStore store;
    private final InstantSource clock;
    private @Nullable Wish next;
    private boolean writing;

    /** Told already: with a full disk every letter typed would be told. */
    private boolean failing;

    /** The pages after the set-up are still to be seen. */
    private boolean finishing;

    Keeper(Background background, UnfinishedStore store, InstantSource clock) {
        this.background = background;
        this.store = store;
        this.clock = clock;
    }

    /** What was begun; nothing if it cannot be read. From any thread. */
    Optional<Unfinished> load(String station) {
        try {
            return store.load(station);
        } catch (IOException unreadable) {
            LOG.warn("what was begun for {} is laid aside", station, unreadable);
            return Optional.empty();
        }
    }

    /** The person has come to this page, or changed something on it. */
    void saw(SetupState state, String station, Settings settings) {
        switch (state) {
            case SetupState.Filling page -> draft(station, page.step(), settings);
            case SetupState.Reviewing page -> draft(station, page.step(), settings);
            case SetupState.Running _ -> {
                finishing = true;
                keep(Unfinished.afterwards(station, Step.PORTS, clock.instant()));
            }
            case SetupState.Afterwards page when finishing ->
                    keep(Unfinished.afterwards(station, page.step(), clock.instant()));
            case SetupState.Home _ when finishing -> {
                finishing = false;
                forget(station);
            }
            default -> {}
        }
    }

    private void draft(String station, Step step, Settings settings) {
        settings.unfinished(station, step, clock.instant()).ifPresent(this::keep);
    }

    /** The pages after the set-up are gone on with. */
    void resume() {
        finishing = true;
    }

    private void keep(Unfinished now) {
        want(store -> store.save(now));
    }

    void forget(String station) {
        want(store -> store.forget(station));
    }

    private void want(Wish wish) {
        next = wish;
        if (!writing) {
            write();
        }
    }

    private void write() {
        Wish wish = next;
        next = null;
        if (wish == null) {
            writing = false;
            return;
        }
        writing = true;
        background.<Boolean>start(
                () -> {
                    wish.on(store);
                    return true;
                },
                _ -> {
                    failing = false;
                    write();
                },
                fault -> {
                    // the set-up goes on; it only cannot be resumed
                    if (!failing) {
                        LOG.warn("what was typed is not kept", fault);
                    }
                    failing = true;
                    write();
                });
    }

    /** The program ends: what waits to be written is written now. */
    void close() {
        Wish last = next;
        next = null;
        if (last != null) {
            try {
                last.on(store);
            } catch (IOException fault) {
                LOG.warn("what was typed last is not kept", fault);
            }
        }
    }
}
