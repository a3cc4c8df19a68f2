package org.mailstation.desktop.remote;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.files.AtomicFile;

/** One profile in a small properties file. */
public final class FileProfileStore implements ProfileStore {
    private final Path file;

    public FileProfileStore(Path file) {
        this.file = file;
    }

    /**
     * @throws IOException also if the file holds something else than a profile; it is then not
     *     overwritten by itself
     */
    @Override
    public Optional<StationProfile> load() throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            SshTarget target =
                    new SshTarget(
                            values.getProperty("host", ""),
                            Integer.parseInt(values.getProperty("port", "")),
                            values.getProperty("user", ""));
            return Optional.of(new StationProfile(target, values.getProperty("key-file", "")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void save(StationProfile profile) throws IOException {
        Properties values = new Properties();
        values.setProperty("host", profile.target().host());
        values.setProperty("port", Integer.toString(profile.target().port()));
        values.setProperty("user", profile.target().user());
        values.setProperty("key-file", profile.keyFile());
        StringWriter text = new StringWriter();
        values.store(text, "A station that this computer looks after");
        AtomicFile.writeWithFolders(file, text.toString());
    }
}
