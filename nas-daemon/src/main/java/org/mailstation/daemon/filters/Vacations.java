package org.mailstation.daemon.filters;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Vacation;
import org.mailstation.daemon.sieve.Answer;
import org.mailstation.daemon.store.disk.SafeName;
import org.mailstation.files.AtomicFile;

/** Who is away, and what senders are told then; one file an account, for people without scripts. */
public final class Vacations {
    private static final String END = ".json";

    private final Path folder;
    private final Clock clock;

    /**
     * @param folder its own, and nothing else's
     */
    public Vacations(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    private Path file(String account) {
        return folder.resolve(SafeName.of(account) + END);
    }

    /** What an account has said, whether it is time or not; {@code null}: nothing. */
    public synchronized @Nullable Vacation read(String account) throws IOException {
        try {
            return ControlJson.read(Files.readString(file(account)), Vacation.class);
        } catch (NoSuchFileException none) {
            return null; // most people are at home
        } catch (IllegalArgumentException damaged) {
            throw new IOException("the vacation of an account cannot be read", damaged);
        }
    }

    /** On the disk when it returns. */
    public synchronized void set(String account, Vacation vacation) throws IOException {
        Files.createDirectories(folder);
        AtomicFile.write(file(account), ControlJson.write(vacation));
    }

    public synchronized void clear(String account) throws IOException {
        Files.deleteIfExists(file(account));
    }

    /** Forgets accounts that are no more. */
    public synchronized void retain(Set<String> accounts) throws IOException {
        Set<String> kept =
                accounts.stream().map(one -> SafeName.of(one) + END).collect(Collectors.toSet());
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + END)) {
                for (Path file : files) {
                    if (!kept.contains(file.getFileName().toString())) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    /** What senders are to be told today, or {@code null} if nothing is. */
    public @Nullable Answer today(String account) throws IOException {
        Vacation vacation = read(account);
        if (vacation == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        boolean begun =
                vacation.from().isEmpty() || !today.isBefore(LocalDate.parse(vacation.from()));
        boolean over =
                !vacation.until().isEmpty() && today.isAfter(LocalDate.parse(vacation.until()));
        return begun && !over
                ? new Answer(
                        vacation.text(), false, Answer.USUAL_DAYS, "", "", java.util.List.of(), "")
                : null;
    }
}
