package org.mailstation.daemon;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.Secret;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.control.Passwords;
import org.mailstation.text.Text;

/** A station without mail services. */
final class NoServices implements Services {
    static final class NoPasswords implements Passwords {
        @Override
        public boolean isSet(String address) {
            return false;
        }

        @Override
        public @Nullable Text set(String address, Secret password) {
            return Text.of("password.unavailable");
        }
    }

    @Override
    public void switchTo(StationConfig config, Consumer<Text> progress) {}

    @Override
    public List<ListenerStatus> listeners() {
        return Arrays.stream(Service.values())
                .map(s -> new ListenerStatus(s, Port.Open.OFF, s.standardPort(), 0, ""))
                .toList();
    }

    @Override
    public QueueStatus queue() {
        return new QueueStatus(0, null);
    }

    @Override
    public @Nullable CertificateStatus certificate() {
        return null;
    }

    @Override
    public void close() {}
}
