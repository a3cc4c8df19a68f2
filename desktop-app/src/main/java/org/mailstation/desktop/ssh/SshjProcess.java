package org.mailstation.desktop.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program at the far end of an SSHJ channel. */
final class SshjProcess implements RemoteProcess {
    private static final Logger LOG = LoggerFactory.getLogger(SshjProcess.class);

    private static final int MAX_OUTPUT = 1_000_000;

    private final Session.Command command;
    private final String host;
    private final InputStream stdout;
    private final @Nullable Prompt prompt;
    private final ErrorTail errors;

    SshjProcess(Session.Command command, String host, @Nullable Prompt prompt) {
        this.command = command;
        this.host = host;
        this.prompt = prompt;
        this.stdout = new NothingIsNothing(command.getInputStream());
        this.errors =
                ErrorTail.start(
                        command.getErrorStream(),
                        prompt == null ? null : prompt.marker(),
                        this::answerPrompt);
    }

    private void answerPrompt() {
        Prompt asked = Objects.requireNonNull(prompt);
        Optional<Secret> answer = asked.answer().get();
        OutputStream stdin = command.getOutputStream();
        try {
            if (answer.isEmpty()) {
                stdin.close();
                return;
            }
            stdin.write((answer.get().reveal() + "\n").getBytes(StandardCharsets.UTF_8));
            stdin.flush();
        } catch (IOException e) {
            // Whoever reads the program's output learns that the connection is gone.
            LOG.debug("answering a prompt", e);
        }
    }

    @Override
    public OutputStream stdin() {
        return command.getOutputStream();
    }

    @Override
    public InputStream stdout() {
        return stdout;
    }

    @Override
    public String complaints() {
        return errors.text();
    }

    @Override
    public int await(Duration atMost) throws FailureException {
        try {
            command.join(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ConnectionException e) {
            throw new FailureException(new SshFailure.ConnectionLost(host), e);
        }
        errors.awaitEnd();
        Integer status = command.getExitStatus();
        if (status != null) {
            return status;
        }
        if (command.getExitSignal() != null) {
            return 128;
        }
        // A channel that closes without a status was cut.
        throw new FailureException(new SshFailure.ConnectionLost(host));
    }

    @Override
    public Ran finish(Duration atMost) throws FailureException {
        CompletableFuture<Void> alarm =
                CompletableFuture.runAsync(
                        this::close,
                        CompletableFuture.delayedExecutor(
                                atMost.toMillis(), TimeUnit.MILLISECONDS));
        try {
            command.getOutputStream().close();
            byte[] output = stdout.readNBytes(MAX_OUTPUT);
            int status = await(atMost);
            return new Ran(
                    status, new String(output, StandardCharsets.UTF_8).strip(), complaints());
        } catch (IOException e) {
            throw new FailureException(new SshFailure.ConnectionLost(host), e);
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        try {
            command.close();
        } catch (IOException e) {
            // The connection is gone, and the program with it.
            LOG.debug("closing a channel", e);
        }
    }

    /**
     * The library's stream waits for data even when asked for none, which {@link
     * InputStream#readNBytes(int)} does.
     */
    private static final class NothingIsNothing extends FilterInputStream {
        NothingIsNothing(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : super.read(bytes, offset, length);
        }
    }
}
