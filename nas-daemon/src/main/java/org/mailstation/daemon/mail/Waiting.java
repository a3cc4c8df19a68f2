package org.mailstation.daemon.mail;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.TraceStep;
import org.mailstation.control.WaitingLetter;
import org.mailstation.daemon.accounts.Address;

/** What is told of a letter that waits. */
final class Waiting {
    private static final int LONGEST_SUBJECT = 200;

    private Waiting() {}

    /** What the last try in vain was answered; {@code null}: none is known. */
    @FunctionalInterface
    interface LastTry {
        @Nullable TraceStep of(String messageId, List<String> recipients);
    }

    static WaitingLetter of(
            MailQueueItemView view,
            Function<Mail, Instant> accepted,
            ToIntFunction<Mail> tries,
            LastTry last) {
        Mail mail = view.getMail();
        String messageId = header(mail, MimeMessage::getMessageID);
        QueuedNames names = QueuedNames.of(mail);
        List<Address> to = names.recipients(mail);
        TraceStep tried =
                messageId.isEmpty()
                        ? null
                        : last.of(messageId, to.stream().map(Address::toString).toList());
        return new WaitingLetter(
                mail.getName(),
                messageId,
                names.sender(mail).map(Address::shown).orElse(""),
                to.stream().map(Address::shown).toList(),
                header(mail, MimeMessage::getSubject),
                accepted.apply(mail),
                view.getNextDelivery()
                        .map(next -> next.toInstant())
                        .orElseGet(() -> accepted.apply(mail)),
                tries.applyAsInt(mail),
                tried == null ? "" : tried.detail(),
                tried == null ? "" : tried.place());
    }

    private interface Part {
        @Nullable String of(MimeMessage letter) throws MessagingException;
    }

    /** A person will read it. */
    private static String header(Mail mail, Part part) {
        try {
            String text = part.of(mail.getMessage());
            String clean = text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cs}]", "\uFFFD");
            return clean.length() > LONGEST_SUBJECT
                    ? clean.substring(0, LONGEST_SUBJECT) + "…"
                    : clean;
        } catch (MessagingException unreadable) {
            return "";
        }
    }
}
