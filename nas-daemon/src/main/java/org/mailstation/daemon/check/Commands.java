package org.mailstation.daemon.check;

import java.util.List;
import java.util.Optional;

/** Runs programs of the NAS that only look. */
@FunctionalInterface
public interface Commands {
    /** What it printed; nothing if there is no such program, or it refused to tell. */
    Optional<String> output(List<String> command) throws InterruptedException;
}
