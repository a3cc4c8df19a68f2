package org.mailstation.daemon.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MailboxSessionUtil;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageMapper;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;

/** Somebody who uses a store through James's interfaces, in few words. */
final class Desk {
    static final Username ANNA = Username.of("anna@example.org");
    private static final MailboxSession SESSION = MailboxSessionUtil.create(ANNA);

    private final MailStore store;

    Desk(MailStore store) {
        this.store = store;
    }

    void compactJournal() {
        store.compactJournal();
    }

    MessageMapper letters() {
        return store.mappers().createMessageMapper(SESSION);
    }

    Mailbox create(String name) {
        return Objects.requireNonNull(
                store.mappers()
                        .createMailboxMapper(SESSION)
                        .create(MailboxPath.forUser(ANNA, name), UidValidity.of(4242))
                        .block());
    }

    /** Opens what is there, or makes it. */
    Mailbox mailbox(String name) {
        return store.mappers()
                .createMailboxMapper(SESSION)
                .findMailboxByPath(MailboxPath.forUser(ANNA, name))
                .blockOptional()
                .orElseGet(() -> create(name));
    }

    void delete(Mailbox mailbox) {
        store.mappers().createMailboxMapper(SESSION).delete(mailbox).block();
    }

    void rename(Mailbox mailbox, String name) {
        Mailbox renamed =
                new Mailbox(
                        MailboxPath.forUser(ANNA, name),
                        mailbox.getUidValidity(),
                        mailbox.getMailboxId());
        store.mappers().createMailboxMapper(SESSION).rename(renamed).block();
    }

    static String text(String subject) {
        return "Subject: "
                + subject
                + "\r\nFrom: ben@example.net\r\n\r\nDear Anna,\r\n"
                + subject
                + "\r\n";
    }

    MailboxMessage letter(Mailbox mailbox, String subject) {
        return whole(mailbox, text(subject));
    }

    /** A letter of one part. */
    private MailboxMessage whole(Mailbox mailbox, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        PropertyBuilder properties = new PropertyBuilder();
        properties.setMediaType("text");
        properties.setSubType("plain");
        properties.setTextualLineCount(2L);
        MessageId id = store.messageIds().generate();
        return SimpleMailboxMessage.builder()
                .messageId(id)
                .threadId(ThreadId.fromBaseMessageId(id))
                .internalDate(new Date(1_772_000_000_000L))
                .bodyStartOctet(text.indexOf("\r\n\r\n") + 4)
                .size(octets.length)
                .content(new ByteContent(octets))
                .flags(new Flags())
                .properties(properties)
                .mailboxId(mailbox.getMailboxId())
                .build();
    }

    long append(Mailbox mailbox, String subject) throws MailboxException {
        return letters().add(mailbox, letter(mailbox, subject)).getUid().asLong();
    }

    long appendWhole(Mailbox mailbox, String text) throws MailboxException {
        return letters().add(mailbox, whole(mailbox, text)).getUid().asLong();
    }

    /** How many letters of a mailbox have this text. */
    long search(Mailbox mailbox, String text) throws MailboxException {
        return store.search()
                .search(SESSION, mailbox, SearchQuery.of(SearchQuery.mailContains(text)))
                .count()
                .block();
    }

    void flag(Mailbox mailbox, long uid, Flags.Flag flag) throws MailboxException {
        letters()
                .updateFlags(
                        mailbox,
                        new FlagsUpdateCalculator(new Flags(flag), FlagsUpdateMode.ADD),
                        MessageRange.one(MessageUid.of(uid)));
    }

    List<MailboxMessage> all(Mailbox mailbox, FetchType type) throws MailboxException {
        List<MailboxMessage> found = new ArrayList<>();
        letters()
                .findInMailbox(mailbox, MessageRange.all(), type, MessageMapper.UNLIMITED)
                .forEachRemaining(found::add);
        return found;
    }

    /** What all letters are about. */
    List<String> subjects(Mailbox mailbox) throws MailboxException, IOException {
        List<String> found = new ArrayList<>();
        for (MailboxMessage letter : all(mailbox, FetchType.FULL)) {
            found.add(header(letter).lines().findFirst().orElseThrow().substring(9));
        }
        return found;
    }

    MailboxMessage one(Mailbox mailbox, long uid, FetchType type) throws MailboxException {
        return letters()
                .findInMailbox(mailbox, MessageRange.one(MessageUid.of(uid)), type, 1)
                .next();
    }

    static String content(MailboxMessage message) throws IOException {
        return new String(message.getFullContent().readAllBytes(), StandardCharsets.UTF_8);
    }

    static String header(MailboxMessage message) throws IOException {
        return new String(message.getHeaderContent().readAllBytes(), StandardCharsets.UTF_8);
    }

    static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
