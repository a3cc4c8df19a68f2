package org.mailstation.desktop.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.files.AtomicFile;

/**
 * The remembered accounts outside: one a line, the account and behind a blank its key file if it
 * has one.
 */
public final class OutsideBook {
    private final Path file;

    public OutsideBook(Path file) {
        this.file = file;
    }

    /**
     * All of them, in the order in which they were added.
     *
     * @throws IOException also if the file holds something else; it is then not overwritten
     */
    public List<OutsideAccount> load() throws IOException {
        List<OutsideAccount> accounts = new ArrayList<>();
        for (String line : lines()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                accounts.add(account(line));
            }
        }
        return accounts;
    }

    /** Remembers one, in the place of the one that was remembered for the same account. */
    public void add(OutsideAccount account) throws IOException {
        List<OutsideAccount> accounts = load();
        accounts.removeIf(known -> known.target().equals(account.target()));
        accounts.add(account);
        save(accounts);
    }

    /**
     * Forgets one.
     *
     * @return whether it was remembered
     */
    public boolean remove(SshTarget target) throws IOException {
        List<OutsideAccount> accounts = load();
        boolean known = accounts.removeIf(account -> account.target().equals(target));
        if (known) {
            save(accounts);
        }
        return known;
    }

    private void save(List<OutsideAccount> accounts) throws IOException {
        AtomicFile.writeWithFolders(
                file, accounts.stream().map(OutsideBook::line).collect(Collectors.joining()));
    }

    private static String line(OutsideAccount account) {
        return (account.written() + " " + account.keyFile()).strip() + "\n";
    }

    private OutsideAccount account(String line) throws IOException {
        String[] part = line.strip().split(" ", 2);
        SshTarget target =
                OutsideAccount.read(part[0])
                        .orElseThrow(() -> new IOException(file + " is damaged: " + part[0]));
        return new OutsideAccount(target, part.length == 1 ? "" : part[1].strip());
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
