package org.mailstation.router.search;

import java.util.List;
import org.mailstation.router.Pinholes;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;

/**
 * What a search found.
 *
 * @param mappers the most talkative first, and the home's way out before other routers
 * @param pinholes firewalls for IPv6 that take wishes
 * @param tried every question and its answer, also of those who did not answer
 */
public record RoutersFound(List<PortMapper> mappers, List<Pinholes> pinholes, List<Tried> tried) {
    /**
     * One question.
     *
     * @param where it was asked, in technical words
     * @param answer in technical words
     */
    public record Tried(Protocol protocol, String where, String answer) {}

    public RoutersFound {
        mappers = List.copyOf(mappers);
        pinholes = List.copyOf(pinholes);
        tried = List.copyOf(tried);
    }
}
