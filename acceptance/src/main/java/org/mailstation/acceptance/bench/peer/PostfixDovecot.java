package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.wire.ImapTalk;

/**
 * Debian's Postfix and Dovecot, as instances of their own: LMTP between them, Maildir, fsync as it
 * ships.
 */
public final class PostfixDovecot implements Peer {
    /** Owner of the letters; a number suffices, it needs no name. */
    static final int OWNER = 64_321;

    private final Ground ground;
    private final Path home;
    private final Doors doors;
    private @Nullable Child postfix;
    private @Nullable Child dovecot;

    public PostfixDovecot(Ground ground) throws IOException {
        this.ground = ground;
        this.home = ground.folder().resolve("peer");
        this.doors = Doors.free();
    }

    @Override
    public Side side() {
        return Side.PEER;
    }

    @Override
    public String name() {
        return "Postfix + Dovecot";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return "Postfix "
                + Command.run(
                        "postconf", "-c", home.resolve("postfix").toString(), "-h", "mail_version")
                + ", Dovecot "
                + Command.run("dovecot", "--version");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        for (String folder : List.of("postfix", "spool", "lib", "log", "run", "state", "mail")) {
            Files.createDirectories(home.resolve(folder));
        }
        Command.run("chown", "postfix", home.resolve("lib").toString());
        Command.run("chown", OWNER + ":" + OWNER, home.resolve("mail").toString());
        PeerFiles files = new PeerFiles(ground, home, doors);
        Files.writeString(home.resolve("postfix/main.cf"), files.mainCf());
        Files.writeString(home.resolve("postfix/master.cf"), files.masterCf());
        Files.writeString(home.resolve("mailboxes"), files.mailboxes());
        Files.writeString(home.resolve("dovecot.conf"), files.dovecotConf());
        Files.writeString(home.resolve("users"), files.users());
        Command.run("postfix", "-c", home.resolve("postfix").toString(), "check");
    }

    @Override
    public void start() throws IOException, InterruptedException {
        dovecot =
                Child.start(
                        ground.folder(),
                        "dovecot",
                        List.of("dovecot", "-F", "-c", home.resolve("dovecot.conf").toString()));
        // not through the command postfix, whose shell would end without it
        postfix =
                Child.start(
                        ground.folder(),
                        "postfix",
                        List.of(
                                "/usr/lib/postfix/sbin/master",
                                "-c",
                                home.resolve("postfix").toString(),
                                "-s"));
        doors.awaitGreetings(dovecot);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        if (postfix != null) {
            postfix.stop();
            postfix = null;
        }
        if (dovecot != null) {
            dovecot.stop();
            dovecot = null;
        }
    }

    @Override
    public Doors doors() {
        return doors;
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.of(postfix, dovecot)
                .flatMap(child -> child == null ? Stream.empty() : child.tree());
    }

    @Override
    public long mailOnDisk() throws IOException, InterruptedException {
        return DiskUse.of(home.resolve("mail"));
    }

    /** Straight into the folder, which Dovecot then reads into its index. */
    @Override
    public void fill(String account, String box, int count, IntFunction<byte[]> letters)
            throws Exception {
        Path maildir = home.resolve("mail").resolve(account).resolve("Maildir");
        Path folder = box.equals("INBOX") ? maildir : maildir.resolve("." + box);
        open(account, box); // makes the folder, if this is the first time
        new Maildir(folder, OWNER).fill(count, letters);
        open(account, box);
    }

    private void open(String account, String box) throws IOException {
        try (ImapTalk imap = imap(account)) {
            imap.count("SELECT " + box);
        }
    }

    @Override
    public String password() {
        return ground.password();
    }
}
