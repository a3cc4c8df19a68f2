package org.mailstation.daemon.apply;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.text.Text;

/**
 * The running mail services, as far as applying a configuration and telling the status need to know
 * them.
 */
public interface Services extends AutoCloseable {
    /**
     * Brings the services to this configuration. What stays the same is not touched: a listener
     * whose settings do not change keeps its connections. No accepted letter is lost on the way.
     *
     * @param progress told each step as it begins
     * @throws ServicesException if a part does not come up; the services may then stand between the
     *     two configurations, and the caller switches back
     */
    void switchTo(StationConfig config, Consumer<Text> progress) throws ServicesException;

    /** One for every service, in the order of {@link org.mailstation.config.Service}. */
    List<ListenerStatus> listeners();

    QueueStatus queue();

    /** What the listeners show, or {@code null} before the first {@link #switchTo}. */
    @Nullable CertificateStatus certificate();

    /** Stops listening, lets running deliveries end, and closes the store. */
    @Override
    void close();
}
