package org.mailstation.check;

import java.net.URI;
import java.util.List;

/**
 * Places on the Internet that are asked because they are always there.
 *
 * @param resolvers public resolvers, as addresses, at least two that belong to different people
 * @param mailServers host names that take letters for others on port 25: to see if the line lets
 *     mail out
 * @param addressLists block lists of addresses that large providers heed
 * @param nameLists the same for domain names
 * @param timeServers host names of servers that tell the time
 * @param registries the list that says which registry knows a domain (RFC 9224)
 */
public record Landmarks(
        List<String> resolvers,
        List<String> mailServers,
        List<BlockList> addressLists,
        List<BlockList> nameLists,
        List<String> timeServers,
        URI registries) {
    private static final URI REGISTRIES = URI.create("https://data.iana.org/rdap/dns.json");

    public static final Landmarks INTERNET =
            new Landmarks(
                    List.of("9.9.9.9", "1.1.1.1"),
                    List.of("aspmx.l.google.com", "mx1.mail.icloud.com"));

    public Landmarks {
        resolvers = List.copyOf(resolvers);
        mailServers = List.copyOf(mailServers);
        addressLists = List.copyOf(addressLists);
        nameLists = List.copyOf(nameLists);
        timeServers = List.copyOf(timeServers);
    }

    /** With the usual list of registries. */
    public Landmarks(
            List<String> resolvers,
            List<String> mailServers,
            List<BlockList> addressLists,
            List<BlockList> nameLists,
            List<String> timeServers) {
        this(resolvers, mailServers, addressLists, nameLists, timeServers, REGISTRIES);
    }

    /** The usual lists and time servers of the Internet. */
    public Landmarks(List<String> resolvers, List<String> mailServers) {
        this(
                resolvers,
                mailServers,
                List.of(
                        BlockList.ofAddresses("zen.spamhaus.org"),
                        BlockList.ofAddresses("bl.spamcop.net"),
                        BlockList.ofAddresses("b.barracudacentral.org")),
                List.of(new BlockList("dbl.spamhaus.org", "dbltest.com", "invalid")),
                List.of("time.cloudflare.com", "pool.ntp.org"));
    }
}
