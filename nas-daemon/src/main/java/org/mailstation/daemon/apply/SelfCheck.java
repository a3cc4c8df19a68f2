package org.mailstation.daemon.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;

/** Looks at the station's own services from outside, right after a switch. */
public interface SelfCheck {
    /**
     * One finding for every service that is switched on.
     *
     * @param certificate what the listeners should show, or {@code null} if they show none
     */
    List<Finding> check(List<ListenerStatus> listeners, @Nullable CertificateStatus certificate);
}
