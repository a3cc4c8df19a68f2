package org.mailstation.desktop.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the text of an SSH exec request by {@code sh -c} on this computer, as sshd does with the
 * login shell.
 */
public final class LocalCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCommand.class);

    private final String line;
    private final Path folder;
    private final Map<String, String> environment;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;
    private volatile @Nullable Process process;

    /**
     * @param folder working directory and {@code HOME}
     * @param environment what is added to, or replaces, this program's own
     */
    public LocalCommand(String line, Path folder, Map<String, String> environment) {
        this.line = line;
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment env) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        InputStream input = Objects.requireNonNull(in);
        OutputStream output = Objects.requireNonNull(out);
        OutputStream errors = Objects.requireNonNull(err);
        thread(() -> copy(input, started.getOutputStream(), true));
        Thread first = thread(() -> copy(started.getInputStream(), output, false));
        Thread second = thread(() -> copy(started.getErrorStream(), errors, false));
        thread(() -> finish(started, first, second));
    }

    /**
     * A real thread: reading the pipe of a process holds the carrier of a virtual one, and there
     * are as few of those as processors.
     */
    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("practice-command").start(work);
    }

    private void finish(Process started, Thread first, Thread second) {
        int status = 255;
        try {
            status = started.waitFor();
            first.join();
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Objects.requireNonNull(exit).onExit(status);
        }
    }

    private static void copy(InputStream from, OutputStream to, boolean close) {
        byte[] buffer = new byte[32 * 1024];
        try {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException e) {
            // One of the two has ended; the process's own end tells the rest.
            LOG.debug("copying", e);
        } finally {
            if (close) {
                try {
                    to.close();
                } catch (IOException e) {
                    LOG.debug("closing standard input", e);
                }
            }
        }
    }

    /** Whether its process has been started and has not ended yet. */
    public boolean running() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /**
     * The channel is closed: what still runs is ended as sshd does it, by a closed standard input,
     * and then by a signal.
     */
    @Override
    public void destroy(ChannelSession channel) {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
        }
    }
}
