package org.mailstation.desktop.check;

import java.util.List;
import org.mailstation.check.CheckRun;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;

/** Looks where the NAS is, while the others look at the rest. */
record AbsenceEye(Absence absence, SshTarget target, Finding failure) implements Eye {
    @Override
    public Vantage from() {
        return Vantage.PC;
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) throws InterruptedException {
        return List.of(absence.search(target, failure));
    }
}
