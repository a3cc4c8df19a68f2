package org.mailstation.daemon.store.sieve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.sieverepository.api.ScriptContent;
import org.apache.james.sieverepository.api.ScriptName;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.sieverepository.api.exception.IsActiveException;
import org.apache.james.sieverepository.api.exception.ScriptNotFoundException;
import org.apache.james.sieverepository.api.exception.SieveRepositoryException;
import org.jspecify.annotations.Nullable;

/** The scripts of all accounts in plain words. What has changed is on the disk, wholly. */
public final class Scripts {
    /**
     * A script.
     *
     * @param active whether letters pass it; at most one of an account does
     */
    public record Named(String name, boolean active) {}

    private final ScriptRepository repository;

    /**
     * @param folder its own, and nothing else's
     */
    public Scripts(Path folder, Clock clock) {
        this.repository = new ScriptRepository(folder, clock);
    }

    private interface Work<T> {
        T run() throws SieveRepositoryException, IOException;
    }

    private static <T> @Nullable T found(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (ScriptNotFoundException none) {
            return null;
        } catch (SieveRepositoryException e) {
            throw new IOException("the scripts cannot be read or written", e);
        }
    }

    public List<Named> list(String account) throws IOException {
        List<Named> all =
                found(
                        () ->
                                repository.listScripts(Username.of(account)).stream()
                                        .map(
                                                one ->
                                                        new Named(
                                                                one.getName().getValue(),
                                                                one.isActive()))
                                        .toList());
        return all == null ? List.of() : all;
    }

    /** A script's text, or {@code null} if there is none of this name. */
    public @Nullable String read(String account, String name) throws IOException {
        return found(() -> text(repository.getScript(Username.of(account), new ScriptName(name))));
    }

    /** The text of the active script, or {@code null} if none is. */
    public @Nullable String active(String account) throws IOException {
        return found(() -> text(repository.getActive(Username.of(account))));
    }

    private static String text(InputStream script) throws IOException {
        try (script) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Makes a script or replaces it; if it was active, it stays so. */
    public void put(String account, String name, String text) throws IOException {
        found(
                () -> {
                    repository.putScript(
                            Username.of(account), new ScriptName(name), new ScriptContent(text));
                    return true;
                });
    }

    /**
     * @param name empty: none is active any more
     * @return whether there is one of this name
     */
    public boolean activate(String account, String name) throws IOException {
        ScriptName wanted = name.isEmpty() ? SieveRepository.NO_SCRIPT_NAME : new ScriptName(name);
        Boolean done =
                found(
                        () -> {
                            repository.setActive(Username.of(account), wanted);
                            return true;
                        });
        return done != null;
    }

    /**
     * @param to no script has this name
     * @return whether there is one of this name
     */
    public boolean rename(String account, String from, String to) throws IOException {
        Boolean done =
                found(
                        () -> {
                            repository.renameScript(
                                    Username.of(account), new ScriptName(from), new ScriptName(to));
                            return true;
                        });
        return done != null;
    }

    /** What came of removing. */
    public enum Removed {
        GONE,
        NONE,
        ACTIVE
    }

    public Removed remove(String account, String name) throws IOException {
        Removed done =
                found(
                        () -> {
                            try {
                                repository.deleteScript(Username.of(account), new ScriptName(name));
                                return Removed.GONE;
                            } catch (IsActiveException active) {
                                return Removed.ACTIVE;
                            }
                        });
        return done == null ? Removed.NONE : done;
    }

    /** Forgets the accounts that are no more. */
    public void retain(Set<String> accounts) throws IOException {
        repository.retain(accounts);
    }
}
