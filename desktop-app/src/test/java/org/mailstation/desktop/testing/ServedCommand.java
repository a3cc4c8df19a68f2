package org.mailstation.desktop.testing;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** A command of an SSH server whose far end is the test itself. */
final class ServedCommand implements Command {
    private final TestNas.Conversation conversation;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable ExitCallback exit;

    ServedCommand(TestNas.Conversation conversation) {
        this.conversation = conversation;
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
        // nobody complains here
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment env) {
        ExitCallback end = Objects.requireNonNull(exit);
        var _ =
                conversation
                        .talk(Objects.requireNonNull(in), Objects.requireNonNull(out))
                        .whenComplete((status, _) -> end.onExit(status == null ? 255 : status));
    }

    @Override
    public void destroy(ChannelSession channel) {
        // the streams end, and with them the conversation
    }
}
