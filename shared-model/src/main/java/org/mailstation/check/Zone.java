package org.mailstation.check;

import java.net.InetAddress;
import java.util.List;
import org.mailstation.probe.DnsReply;

/**
 * A zone and who serves it.
 *
 * @param name of the zone, without the last dot; empty if it could not be found
 * @param servers each address of each of its name servers (RFC 1034 4.2)
 * @param search what was asked to find them
 */
public record Zone(String name, List<Server> servers, List<DnsReply> search) {
    public Zone {
        servers = List.copyOf(servers);
        search = List.copyOf(search);
    }

    /**
     * One address of one name server.
     *
     * @param name as the NS record has it, with its last dot
     */
    public record Server(String name, InetAddress address) {}

    /** Whether anybody told where the zone is. */
    public boolean found() {
        return !name.isEmpty();
    }
}
