package org.mailstation.daemon.store;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;

/** Access rights (RFC 4314) as text: one {@code rights key} a line. */
final class Acl {
    private Acl() {}

    static String write(MailboxACL acl) {
        return acl.getEntries().entrySet().stream()
                .map(entry -> entry.getValue().serialize() + " " + entry.getKey().serialize())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    static MailboxACL read(String text) {
        Map<EntryKey, Rfc4314Rights> entries = new HashMap<>();
        text.lines()
                .forEach(
                        line -> {
                            int blank = line.indexOf(' ');
                            entries.put(
                                    EntryKey.deserialize(line.substring(blank + 1)),
                                    rights(line.substring(0, blank)));
                        });
        return new MailboxACL(entries);
    }

    private static Rfc4314Rights rights(String letters) {
        try {
            return Rfc4314Rights.deserialize(letters);
        } catch (UnsupportedRightException e) {
            throw new IllegalStateException("unknown access right in the index: " + letters, e);
        }
    }
}
