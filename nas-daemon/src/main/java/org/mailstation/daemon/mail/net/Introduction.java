package org.mailstation.daemon.mail.net;

import java.util.function.Supplier;
import org.apache.james.protocols.api.ProtocolConfiguration;

/**
 * How a port introduces itself.
 *
 * @param hostName the station's name, asked each time
 */
public record Introduction(Supplier<String> hostName) implements ProtocolConfiguration {
    @Override
    public String getHelloName() {
        return hostName.get();
    }

    @Override
    public String getGreeting() {
        return hostName.get();
    }

    @Override
    public String getSoftwareName() {
        return "Mail Station";
    }
}
