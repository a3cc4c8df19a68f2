package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import org.mailstation.finding.Evidence;

/** The home's address on the Internet. */
@FunctionalInterface
public interface PublicLine {
    Answer address() throws InterruptedException;

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
