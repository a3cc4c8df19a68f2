package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Checks that files, index and counters of a mailbox tell the same. */
final class Agreement {
    private Agreement() {}

    static void check(Desk desk, Path root, Mailbox mailbox) throws MailboxException, IOException {
        List<MailboxMessage> letters = desk.all(mailbox, FetchType.HEADERS);
        assertThat(letters)
                .extracting(message -> message.getUid().asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        for (MailboxMessage letter : letters) {
            String content = Desk.content(letter);
            assertThat(content).hasSize((int) letter.getFullContentOctets());
            assertThat(content).startsWith(Desk.header(letter)).contains("\r\n\r\n");
        }
        assertThat(uidsOnDisk(root, mailbox))
                .containsExactlyInAnyOrderElementsOf(
                        letters.stream().map(one -> one.getUid().asLong()).toList());
        assertThat(desk.letters().countMessagesInMailbox(mailbox)).isEqualTo(letters.size());
        assertThat(desk.letters().getMailboxCounters(mailbox).getUnseen())
                .isEqualTo(letters.stream().filter(one -> !one.isSeen()).count());
        long last = letters.isEmpty() ? 0 : letters.getLast().getUid().asLong();
        assertThat(desk.letters().getLastUid(mailbox).map(uid -> uid.asLong()).orElse(0L))
                .isGreaterThanOrEqualTo(last);
    }

    private static List<Long> uidsOnDisk(Path root, Mailbox mailbox) throws IOException {
        String end = "~" + Long.toString(BoxId.of(mailbox.getMailboxId()), Character.MAX_RADIX);
        try (Stream<Path> all = Files.walk(root, 4)) {
            return all.filter(path -> path.toString().endsWith(".eml"))
                    .filter(path -> path.getName(path.getNameCount() - 3).toString().endsWith(end))
                    .map(path -> path.getFileName().toString())
                    .map(name -> Long.valueOf(name.substring(0, name.length() - 4)))
                    .toList();
        }
    }
}
