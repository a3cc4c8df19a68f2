package org.mailstation.daemon.backup.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NotDirectoryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailstation.daemon.backup.Vault;

/** A folder on another computer. Used by one thread. */
public final class SftpVault implements Vault {
    private static final String UNFINISHED = ".part";

    private final SftpClient client;
    private final String root;
    private final Runnable hangUp;
    private final Set<String> made = new HashSet<>();

    /**
     * @param in from the server
     * @param out to it
     * @param root there; must exist
     * @param hangUp ends the connection
     */
    public SftpVault(InputStream in, java.io.OutputStream out, String root, Runnable hangUp)
            throws IOException {
        this.client = new SftpClient(in, out);
        this.root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        this.hangUp = hangUp;
        if (!client.exists(this.root.isEmpty() ? "/" : this.root)) {
            throw new NotDirectoryException(root);
        }
    }

    private String path(String name) {
        return root + "/" + name;
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return client.list(path(folder));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return client.read(path(name));
    }

    @Override
    public void put(String name, Source content) throws IOException {
        makeFolders(name);
        String unfinished = path(name) + UNFINISHED;
        try (InputStream in = content.open()) {
            client.write(unfinished, in);
        }
        client.rename(unfinished, path(name));
    }

    private void makeFolders(String name) throws IOException {
        for (int end = name.indexOf('/'); end > 0; end = name.indexOf('/', end + 1)) {
            String folder = name.substring(0, end);
            if (made.add(folder)) {
                client.makeFolder(path(folder));
            }
        }
    }

    @Override
    public void delete(String name) throws IOException {
        client.remove(path(name));
    }

    @Override
    public long free() throws IOException {
        return client.free(root.isEmpty() ? "/" : root);
    }

    @Override
    public void close() {
        hangUp.run();
    }
}
