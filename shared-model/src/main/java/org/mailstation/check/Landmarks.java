package org.mailstation.check;

import java.util.List;

/**
 * Places on the Internet that are asked because they are always there.
 *
 * @param resolvers public resolvers, as addresses, at least two that belong to different people
 * @param mailServers host names that take letters for others on port 25: to see if the line lets
 *     mail out
 */
public record Landmarks(List<String> resolvers, List<String> mailServers) {
    public static final Landmarks INTERNET =
            new Landmarks(
                    List.of("9.9.9.9", "1.1.1.1"),
                    List.of("aspmx.l.google.com", "mx1.mail.icloud.com"));

    public Landmarks {
        resolvers = List.copyOf(resolvers);
        mailServers = List.copyOf(mailServers);
    }
}
