package org.mailstation.daemon.store.sieve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.sieverepository.api.ScriptContent;
import org.apache.james.sieverepository.api.ScriptName;
import org.apache.james.sieverepository.api.ScriptSummary;
import org.apache.james.sieverepository.api.SieveRepository;
import org.apache.james.sieverepository.api.exception.DuplicateException;
import org.apache.james.sieverepository.api.exception.IsActiveException;
import org.apache.james.sieverepository.api.exception.QuotaExceededException;
import org.apache.james.sieverepository.api.exception.QuotaNotFoundException;
import org.apache.james.sieverepository.api.exception.ScriptNotFoundException;
import org.apache.james.sieverepository.api.exception.StorageException;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.SafeName;

/**
 * The Sieve scripts of all accounts, in a folder of each account. What a method has changed is on
 * the disk when it returns, wholly; after a crash all of a change is there or nothing of it.
 *
 * <p>Safe for use by many threads.
 */
public final class ScriptRepository implements SieveRepository {
    private final Path folder;
    private final ScriptFolder common;
    private final Clock clock;

    /**
     * @param folder its own, and nothing else's; made when it is needed
     * @param clock for the date when a script was activated
     */
    public ScriptRepository(Path folder, Clock clock) {
        this.folder = folder;
        this.common = new ScriptFolder(folder.resolve(".everybody"));
        this.clock = clock;
    }

    private ScriptFolder of(Username username) {
        String name = username.asString();
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        String safe = SafeName.of(name);
        // a long name is cut, and then no other account may come to the same folder
        boolean cut = !SafeName.original(safe).equals(name);
        return new ScriptFolder(
                folder.resolve(cut ? safe + "~" + UUID.nameUUIDFromBytes(octets) : safe));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void stored(Step step) throws StorageException {
        stored(
                () -> {
                    step.run();
                    return Boolean.TRUE;
                });
    }

    private static @Nullable Long quotaIn(ScriptFolder scripts) throws StorageException {
        return stored(() -> Optional.ofNullable(scripts.quota())).orElse(null);
    }

    private static <T> T stored(Work<T> work) throws StorageException {
        try {
            return work.run();
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private static Contents contents(ScriptFolder scripts) throws StorageException {
        return stored(scripts::contents);
    }

    private static Entry entry(Contents contents, ScriptName name) throws ScriptNotFoundException {
        Entry entry = contents.find(name.getValue());
        if (entry == null) {
            throw new ScriptNotFoundException();
        }
        return entry;
    }

    private static Entry active(Contents contents) throws ScriptNotFoundException {
        Entry active = contents.active();
        if (active == null) {
            throw new ScriptNotFoundException();
        }
        return active;
    }

    @Override
    public synchronized void haveSpace(Username username, ScriptName name, long size)
            throws QuotaExceededException, StorageException {
        ScriptFolder scripts = of(username);
        Long own = quotaIn(scripts);
        Long quota = own == null ? quotaIn(common) : own;
        if (quota != null && contents(scripts).octetsWithout(name.getValue()) + size > quota) {
            throw new QuotaExceededException();
        }
    }

    @Override
    public synchronized void putScript(Username username, ScriptName name, ScriptContent content)
            throws StorageException, QuotaExceededException {
        byte[] script = content.getValue().getBytes(StandardCharsets.UTF_8);
        checkName(name);
        haveSpace(username, name, script.length);
        ScriptFolder scripts = of(username);
        Contents before = contents(scripts);
        Entry old = before.find(name.getValue());
        Entry entry =
                new Entry(
                        before.next(),
                        script.length,
                        old == null ? null : old.activeSince(),
                        name.getValue());
        stored(
                () -> {
                    scripts.save(before.with(entry), entry.number(), script);
                    if (old != null) {
                        scripts.remove(old);
                    }
                });
    }

    /** RFC 5804, 1.6: no control characters, and it means "none" where it is empty. */
    private static void checkName(ScriptName name) throws StorageException {
        String value = name.getValue();
        boolean control =
                value.chars()
                        .anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (value.isEmpty() || control) {
            throw new StorageException(new IOException("a script cannot have this name"));
        }
    }

    @Override
    public synchronized List<ScriptSummary> listScripts(Username username) throws StorageException {
        return contents(of(username)).entries().stream()
                .map(
                        entry ->
                                new ScriptSummary(
                                        new ScriptName(entry.name()), entry.activeSince() != null))
                .toList();
    }

    @Override
    public synchronized ZonedDateTime getActivationDateForActiveScript(Username username)
            throws StorageException, ScriptNotFoundException {
        var since = active(contents(of(username))).activeSince();
        if (since == null) {
            throw new ScriptNotFoundException();
        }
        return since.atZone(ZoneOffset.UTC);
    }

    @Override
    public synchronized InputStream getActive(Username username)
            throws ScriptNotFoundException, StorageException {
        ScriptFolder scripts = of(username);
        return read(scripts, active(contents(scripts)));
    }

    @Override
    public synchronized InputStream getScript(Username username, ScriptName name)
            throws ScriptNotFoundException, StorageException {
        ScriptFolder scripts = of(username);
        return read(scripts, entry(contents(scripts), name));
    }

    private static InputStream read(ScriptFolder scripts, Entry entry) throws StorageException {
        return new ByteArrayInputStream(stored(() -> scripts.read(entry)));
    }

    private static void save(ScriptFolder scripts, Contents contents) throws StorageException {
        stored(
                () -> {
                    scripts.save(contents);
                });
    }

    @Override
    public synchronized void setActive(Username username, ScriptName name)
            throws ScriptNotFoundException, StorageException {
        ScriptFolder scripts = of(username);
        Contents before = contents(scripts);
        if (!name.equals(NO_SCRIPT_NAME)) {
            entry(before, name);
        } else if (before.active() == null) {
            return;
        }
        save(scripts, before.activated(name.getValue(), clock.instant()));
    }

    @Override
    public synchronized void deleteScript(Username username, ScriptName name)
            throws ScriptNotFoundException, IsActiveException, StorageException {
        ScriptFolder scripts = of(username);
        Contents before = contents(scripts);
        Entry entry = entry(before, name);
        if (entry.activeSince() != null) {
            throw new IsActiveException();
        }
        save(scripts, before.without(name.getValue()));
        stored(
                () -> {
                    scripts.remove(entry);
                });
    }

    @Override
    public synchronized void renameScript(Username username, ScriptName oldName, ScriptName newName)
            throws ScriptNotFoundException, DuplicateException, StorageException {
        ScriptFolder scripts = of(username);
        Contents before = contents(scripts);
        Entry entry = entry(before, oldName);
        checkName(newName);
        if (before.find(newName.getValue()) != null) {
            throw new DuplicateException();
        }
        save(scripts, before.without(oldName.getValue()).with(entry.named(newName.getValue())));
    }

    /** Removes everything of all accounts but these. */
    public synchronized void retain(Set<String> accounts) throws IOException {
        if (!Files.isDirectory(folder)) {
            return; // nobody has a script
        }
        Set<Path> kept = new HashSet<>();
        kept.add(common.path());
        accounts.forEach(account -> kept.add(of(Username.of(account)).path()));
        List<Path> gone;
        try (Stream<Path> all = Files.list(folder)) {
            gone = all.filter(one -> !kept.contains(one)).toList();
        }
        for (Path one : gone) {
            new ScriptFolder(one).remove();
        }
    }

    @Override
    public synchronized boolean hasDefaultQuota() throws StorageException {
        return quotaIn(common) != null;
    }

    @Override
    public synchronized QuotaSizeLimit getDefaultQuota()
            throws QuotaNotFoundException, StorageException {
        return quota(common);
    }

    @Override
    public synchronized void setDefaultQuota(QuotaSizeLimit quota) throws StorageException {
        setQuota(common, quota.asLong());
    }

    @Override
    public synchronized void removeQuota() throws StorageException {
        setQuota(common, null);
    }

    @Override
    public synchronized boolean hasQuota(Username username) throws StorageException {
        return quotaIn(of(username)) != null;
    }

    @Override
    public synchronized QuotaSizeLimit getQuota(Username username)
            throws QuotaNotFoundException, StorageException {
        return quota(of(username));
    }

    @Override
    public synchronized void setQuota(Username username, QuotaSizeLimit quota)
            throws StorageException {
        setQuota(of(username), quota.asLong());
    }

    @Override
    public synchronized void removeQuota(Username username) throws StorageException {
        setQuota(of(username), null);
    }

    private static QuotaSizeLimit quota(ScriptFolder scripts)
            throws QuotaNotFoundException, StorageException {
        Long quota = quotaIn(scripts);
        if (quota == null) {
            throw new QuotaNotFoundException();
        }
        return QuotaSizeLimit.size(quota);
    }

    private static void setQuota(ScriptFolder scripts, @Nullable Long octets)
            throws StorageException {
        stored(
                () -> {
                    scripts.setQuota(octets);
                });
    }
}
