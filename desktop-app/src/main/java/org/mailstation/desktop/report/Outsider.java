package org.mailstation.desktop.report;

import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.flow.FirstContact;
import org.mailstation.desktop.flow.NasAddress;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * The way to a NAS that nobody has signed in to: it shows whether the NAS is there at all. If it
 * is, the person has to sign in.
 */
public record Outsider(SshTarget target, FirstContact contact, Cancellation cancellation)
        implements Visit {
    @Override
    public Nas signIn() throws FailureException {
        contact.meet(new NasAddress(target.host(), target.port()), _ -> false, cancellation);
        throw new FailureException(new ReportFailure.SignInFirst());
    }
}
