package org.mailstation.desktop.report;

import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.NasThrough;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;

/** A visit whose sign-in outlasts the check, so that a person gives the password once. */
final class KeptNas implements Visit, AutoCloseable {
    private final Visit visit;
    private @Nullable Nas nas;
    private @Nullable Station station;

    KeptNas(Visit visit) {
        this.visit = visit;
    }

    /** The check did not get in. */
    static final class NotThereException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public SshTarget target() {
        return visit.target();
    }

    @Override
    public Nas signIn() throws FailureException {
        Nas real = visit.signIn();
        nas = real;
        return new Lent(real);
    }

    /** The conversation with the daemon, opened when it is first needed. */
    Station talk() throws FailureException, NotThereException {
        Station known = station;
        if (known != null) {
            return known;
        }
        if (nas == null) {
            throw new NotThereException();
        }
        Station opened = nas.station();
        station = opened;
        return opened;
    }

    @Override
    public void close() {
        if (station != null) {
            station.close();
        }
        if (nas != null) {
            nas.close();
        }
    }

    /** Is not closed by whom it is lent to. */
    private record Lent(Nas real) implements NasThrough {
        @Override
        public void close() {
            // its owner does
        }
    }
}
