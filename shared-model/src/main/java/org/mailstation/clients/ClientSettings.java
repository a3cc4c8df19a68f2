package org.mailstation.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/**
 * How mail programs reach the mailboxes of one domain. The login name is the whole address.
 *
 * @param host the station's name, which its certificate is for
 * @param incoming IMAP and POP3, as far as they are on, the wished one first
 * @param sending empty if nobody may send
 */
public record ClientSettings(
        String domain, String host, List<ClientWay> incoming, List<ClientWay> sending) {
    public ClientSettings {
        incoming = List.copyOf(incoming);
        sending = List.copyOf(sending);
    }

    /**
     * @param pop3 whether POP3 is wished, which takes letters away from the station, rather than
     *     IMAP, which leaves them there for all devices
     */
    public static ClientSettings of(StationConfig config, String domain, boolean pop3) {
        Optional<ClientWay> imap = ClientWay.of(config, Service.IMAPS, Service.IMAP);
        Optional<ClientWay> pop = ClientWay.of(config, Service.POP3S, Service.POP3);
        List<ClientWay> incoming = new ArrayList<>();
        (pop3 ? pop : imap).ifPresent(incoming::add);
        (pop3 ? imap : pop).ifPresent(incoming::add);
        return new ClientSettings(
                domain,
                config.hostName(),
                incoming,
                ClientWay.of(config, Service.SUBMISSIONS, Service.SUBMISSION).stream().toList());
    }

    /** Whether letters can be both read and sent. */
    public boolean complete() {
        return !incoming.isEmpty() && !sending.isEmpty();
    }
}
