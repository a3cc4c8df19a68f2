package org.mailstation.daemon.store;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.mailstation.daemon.queue.FileMailQueue;
import org.mailstation.daemon.queue.FileMailQueueFactory;

/**
 * A process that stores and queues letters as fast as it can, and tells each one that was
 * acknowledged, until it is killed.
 */
final class CrashChild {
    private static final int THREADS = 4;

    private CrashChild() {}

    /**
     * @param arguments a folder, and a word that keeps this run's letters apart from those of
     *     others
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        MailStore store = MailStore.open(folder.resolve("mail"), Clock.systemUTC());
        Desk desk = new Desk(store);
        Mailbox inbox = desk.mailbox("INBOX");
        FileMailQueue queue =
                new FileMailQueueFactory(folder.resolve("queue"), Clock.systemUTC(), 1000)
                        .createQueue(MailQueueName.of("outgoing"));
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[1] + "-" + thread + "-";
            workers.submit(() -> work(desk, inbox, queue, prefix, out));
        }
    }

    private static Void work(
            Desk desk, Mailbox inbox, FileMailQueue queue, String prefix, PrintStream out)
            throws Exception {
        for (int number = 0; ; number++) {
            String subject = prefix + number;
            long uid = desk.append(inbox, subject);
            out.println("STORED " + uid + " " + subject);
            if (number % 10 == 0) {
                desk.search(inbox, subject); // so that the full-text index is being written too
            }
            if (number % 3 == 0) {
                desk.flag(inbox, uid, Flag.FLAGGED);
                out.println("FLAGGED " + uid + " " + subject);
            }
            if (number % 3 == 1) {
                queue.enQueue(mail(subject));
                out.println("QUEUED 0 " + subject);
            }
        }
    }

    private static MailImpl mail(String subject) throws Exception {
        return MailImpl.builder()
                .name(subject)
                .sender("anna@example.org")
                .addRecipient("ben@example.net")
                .mimeMessage(
                        new MimeMessageWrapper(
                                MimeMessageInputStreamSource.create(
                                        subject, Desk.stream(Desk.text(subject)))))
                .build();
    }
}
