package org.mailstation.check;

import java.util.List;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;

/** What the world is told about a name. */
public sealed interface Published {
    /** Who was asked, and what each said. */
    List<DnsReply> replies();

    /** All who could tell say the same. */
    record Same(DnsAnswer answer, List<DnsReply> replies) implements Published {
        public Same {
            replies = List.copyOf(replies);
        }

        /** The records; none if there are none. */
        public List<String> values() {
            return answer instanceof DnsAnswer.Records records ? records.values() : List.of();
        }

        /** Where CNAME records led on the way, each with its last dot. */
        public List<String> aliases() {
            return switch (answer) {
                case DnsAnswer.Records(var _, var _, var aliases) -> aliases;
                case DnsAnswer.NoRecord(var aliases) -> aliases;
                case DnsAnswer.NoSuchName _, DnsAnswer.CouldNotTell _ -> List.of();
            };
        }
    }

    /** The zone's own servers contradict each other. */
    record Different(List<DnsReply> replies) implements Published {
        public Different {
            replies = List.copyOf(replies);
        }
    }

    /** Nobody could tell. */
    record Untold(List<DnsReply> replies) implements Published {
        public Untold {
            replies = List.copyOf(replies);
        }
    }
}
