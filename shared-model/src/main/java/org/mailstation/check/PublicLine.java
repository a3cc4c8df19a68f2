package org.mailstation.check;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.standing.Standing;

/** The home's address on the Internet. */
@FunctionalInterface
public interface PublicLine {
    Answer address() throws InterruptedException;

    /** How the home stands on the Internet, as far as is known. */
    default Standing standing() throws InterruptedException {
        return address() instanceof Known(Inet4Address seen, var _)
                ? new Standing.SeenOnly(seen)
                : new Standing.Unknown();
    }

    /** What is known of it. */
    sealed interface Answer {
        /** Who was asked, and what each said. */
        List<Evidence> evidence();
    }

    /** All who could tell agree. */
    record Known(InetAddress address, List<Evidence> evidence) implements Answer {
        public Known {
            evidence = List.copyOf(evidence);
        }
    }

    /** Nobody could tell, or they contradict each other. */
    record Unknown(List<Evidence> evidence) implements Answer {
        public Unknown {
            evidence = List.copyOf(evidence);
        }
    }
}
