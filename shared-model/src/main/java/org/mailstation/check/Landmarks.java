package org.mailstation.check;

import java.util.List;

/**
 * Places on the Internet that are asked because they are always there.
 *
 * @param resolvers public resolvers, as addresses, at least two that belong to different people
 * @param mailServers host names that take letters for others on port 25: to see if the line lets
 *     mail out
 * @param addressServers STUN servers as {@code host:port} (RFC 8489), of different people
 * @param blockLists DNS lists of addresses that send spam (RFC 5782)
 */
public record Landmarks(
        List<String> resolvers,
        List<String> mailServers,
        List<String> addressServers,
        List<String> blockLists) {
    public static final Landmarks INTERNET =
            new Landmarks(
                    List.of("9.9.9.9", "1.1.1.1"),
                    List.of("aspmx.l.google.com", "mx1.mail.icloud.com"),
                    List.of("stun.cloudflare.com:3478", "stun.nextcloud.com:3478"),
                    List.of("zen.spamhaus.org"));

    public Landmarks {
        resolvers = List.copyOf(resolvers);
        mailServers = List.copyOf(mailServers);
        addressServers = List.copyOf(addressServers);
        blockLists = List.copyOf(blockLists);
    }
}
