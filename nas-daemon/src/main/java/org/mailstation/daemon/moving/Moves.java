package org.mailstation.daemon.moving;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.Secret;
import org.mailstation.daemon.backup.Hashing;
import org.mailstation.daemon.backup.Postman;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves letters; one move at a time. */
public final class Moves {
    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private final Path root;
    private final Postman postman;
    private final SSLSocketFactory tls;
    private final ReentrantLock one = new ReentrantLock();

    /** Expected, and told in words. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text text;

        RefusedException(Text text) {
            super(text.key());
            this.text = text;
        }
    }

    /** An account here, and perhaps a folder of it. */
    private record Mailbox(String account, String folder) {
        static Mailbox of(String text) {
            int slash = text.indexOf('/');
            String account = slash < 0 ? text : text.substring(0, slash);
            String folder = slash < 0 ? "" : text.substring(slash + 1).replace('/', '.');
            return new Mailbox(account.toLowerCase(Locale.ROOT), folder);
        }
    }

    /**
     * @param root the station's data folder
     * @param tls proves the certificates of other providers
     */
    public Moves(Path root, Postman postman, SSLSocketFactory tls) {
        this.tls = tls;
        this.root = root;
        this.postman = postman;
    }

    /** Does what is asked for, and returns when it is done. */
    public MoveOutcome answer(MoveRequest request, Course course) {
        Mailbox mailbox = Mailbox.of(request.mailbox());
        try {
            if (!postman.hasAccount(mailbox.account())) {
                throw new RefusedException(Text.of("ctl.account.none", mailbox.account()));
            }
            if (!one.tryLock()) {
                throw new RefusedException(Text.of("move.busy"));
            }
            try {
                return move(request, mailbox, course);
            } finally {
                one.unlock();
            }
        } catch (RefusedException refused) {
            return new MoveOutcome.Refused(refused.text);
        }
    }

    private MoveOutcome move(MoveRequest request, Mailbox mailbox, Course course)
            throws RefusedException {
        MoveOutcome.Done done =
                switch (request.kind()) {
                    case FROM_IMAP -> fromImap(request, mailbox, course);
                    case FROM_MAILDIR, FROM_MBOX -> fromFiles(request, mailbox, course);
                    case TO_MAILDIR, TO_MBOX ->
                            new Export(postman, course)
                                    .run(
                                            request.kind() == MoveRequest.Kind.TO_MAILDIR,
                                            folder(request.place()),
                                            mailbox.account(),
                                            mailbox.folder(),
                                            root.resolve("tmp"));
                };
        LOG.info(
                "Letters were moved ({}): {} found, {} moved, {} there, {} failed, {} missing",
                request.kind(),
                done.found(),
                done.moved(),
                done.there(),
                done.failed(),
                done.missing());
        return done;
    }

    private MoveOutcome.Done fromImap(MoveRequest request, Mailbox mailbox, Course course)
            throws RefusedException {
        Provider provider = Provider.of(request.place());
        Secret password = request.password();
        if (provider == null) {
            throw new RefusedException(Text.of("move.place", request.place()));
        }
        if (password == null) {
            throw new RefusedException(Text.of("move.imap.password"));
        }
        try (Source source = new ImapSource(provider.signIn(password, tls))) {
            return take(source, provider.name(), mailbox, course);
        } catch (IOException failure) {
            LOG.info("{} cannot be asked for its folders", provider.host(), failure);
            throw new RefusedException(
                    Text.of(
                            "move.imap.failed",
                            provider.host(),
                            ImapLink.shown(String.valueOf(failure.getMessage()))));
        }
    }

    private MoveOutcome.Done fromFiles(MoveRequest request, Mailbox mailbox, Course course)
            throws RefusedException {
        Path path = folder(request.place());
        boolean maildir = request.kind() == MoveRequest.Kind.FROM_MAILDIR;
        if (!(maildir ? Files.isDirectory(path) : Files.isReadable(path))) {
            throw new RefusedException(Text.of("move.no-file", path, root.resolve("tmp")));
        }
        Path header = scratch("header");
        try (Source source = maildir ? MaildirSource.of(path) : new MboxSource(path, header)) {
            return take(source, path.toString(), mailbox, course);
        } catch (NoSuchFileException noMaildir) {
            throw new RefusedException(Text.of("move.no-maildir", path));
        } catch (AccessDeniedException denied) {
            throw new RefusedException(Text.of("move.no-file", path, root.resolve("tmp")));
        } catch (IOException failure) {
            throw new RefusedException(Text.of("move.cut", String.valueOf(failure.getMessage())));
        } finally {
            remove(header);
        }
    }

    private static Path folder(String text) throws RefusedException {
        if (!Backup.isFolder(text)) {
            throw new RefusedException(Text.of("move.place", text));
        }
        return Path.of(text).normalize();
    }

    private MoveOutcome.Done take(Source source, String name, Mailbox mailbox, Course course)
            throws IOException, RefusedException {
        String id = Hashing.of(name + "\n" + mailbox.account() + "\n" + mailbox.folder());
        Path scratch = scratch("letter");
        try (Memory memory = new Memory(root.resolve("imports").resolve(id + ".moved"))) {
            return new Moving(source, memory, postman, mailbox.account(), scratch, course)
                    .run(mailbox.folder());
        } finally {
            remove(scratch);
        }
    }

    private Path scratch(String what) throws RefusedException {
        try {
            return Files.createTempFile(root.resolve("tmp"), "incoming-move-", what);
        } catch (IOException full) {
            throw new RefusedException(Text.of("move.cut", String.valueOf(full.getMessage())));
        }
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debug("The next start removes {}", file, e);
        }
    }
}
