package org.mailstation.desktop.discovery;

import java.util.List;
import org.mailstation.text.Text;

/**
 * A device that can carry the mail service, or that may. Everything in it is what the device says
 * of itself, without control characters; an empty text is not known.
 *
 * @param number tells the devices of one search apart and stays while more becomes known
 * @param name host name, for example {@code DiskStation}
 * @param model for example {@code DS220+}
 * @param system operating system and version, for example {@code DSM 7.2-69057}
 * @param macs hardware addresses, lower case with colons
 * @param addresses IPv4 addresses in this computer's networks, at least one; the first is the one
 *     to use
 * @param ssh whether it lets somebody sign in
 * @param heardBy the ways by which it answered
 */
public record Found(
        int number,
        Kind kind,
        String name,
        String model,
        String system,
        String serial,
        List<String> macs,
        List<String> addresses,
        SshAnswer ssh,
        List<Channel> heardBy) {

    public Found {
        macs = List.copyOf(macs);
        addresses = List.copyOf(addresses);
        heardBy = List.copyOf(heardBy);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("a device without an address");
        }
    }

    /** The address to use. */
    public String address() {
        return addresses.getFirst();
    }

    /** The port at which SSH answers; 22 where that is not known. */
    public int sshPort() {
        return ssh instanceof SshAnswer.Answers answers ? answers.port() : SshAnswer.USUAL_PORT;
    }

    /** Whether one can sign in there, and what to do if not. */
    public Text sshText() {
        return switch (ssh) {
            case SshAnswer.Answers(int port, String _) ->
                    port == SshAnswer.USUAL_PORT
                            ? Text.of("discover.ssh.answers")
                            : Text.of("discover.ssh.answers-at", Integer.toString(port));
            case SshAnswer.Refuses _ ->
                    Text.of(
                            kind == Kind.SYNOLOGY
                                    ? "discover.ssh.refuses-synology"
                                    : "discover.ssh.refuses");
            case SshAnswer.Unknown _ -> Text.of("discover.ssh.unknown");
            case SshAnswer.Pending _ -> Text.of("discover.ssh.pending");
        };
    }
}
