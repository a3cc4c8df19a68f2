package org.mailstation.ddns;

import java.util.Locale;
import org.mailstation.text.Text;
import org.mailstation.text.Words;

/**
 * One service of the catalogue.
 *
 * @param id as in {@link org.mailstation.config.Ddns#provider()}
 * @param name for people
 * @param update where to tell the address; empty where the configuration names the server
 * @param update6 the same for IPv6 where it is another; else empty
 * @param text where to put TXT records, where that is another; else empty
 * @param suffix what every name there ends in; empty if they do not
 * @param ipv6 whether it takes an IPv6 address
 * @param mx whether a name there can hold MX records; without one, mail goes to the address itself
 *     (RFC 5321 5.1)
 * @param txt whether a name there can hold TXT records
 * @param open whether new accounts are given
 * @param page where to register; empty if nowhere
 * @param check a page that tells the own address; empty if it has none
 */
public record Provider(
        String id,
        String name,
        Protocol protocol,
        Template update,
        Template update6,
        Template text,
        String suffix,
        Login login,
        Key key,
        boolean ipv6,
        Holds mx,
        Holds txt,
        boolean open,
        String page,
        String check) {
    /** What its login name is. */
    public enum Login {
        NONE,
        EMAIL,
        NAME,
        /** the host name itself, if none is given */
        HOST,
        /** the name of a TSIG key */
        KEY
    }

    /** What its secret is. */
    public enum Key {
        PASSWORD,
        UPDATER_KEY,
        TOKEN,
        TSIG
    }

    /** What a person chooses it by. */
    public Text label() {
        return Text.of("ddns.provider.label", name);
    }

    /** What to ask a person for as the login name. */
    public Text loginLabel() {
        return Text.of("ddns.login." + Words.of(login));
    }

    /** What to ask a person for as the secret. */
    public Text keyLabel() {
        return Text.of("ddns.key." + Words.of(key));
    }

    /** Whether the configuration has to name the server. */
    public boolean wantsServer() {
        return update.text().isEmpty();
    }

    /** The login name for a host where a person left it empty. */
    public String user(String given, String host) {
        return given.isEmpty() && login == Login.HOST ? host : given;
    }

    /** The host without the ending that all names of this provider have. */
    public String label(String host) {
        String end = "." + suffix;
        String lower = host.toLowerCase(Locale.ROOT);
        return !suffix.isEmpty() && lower.endsWith(end)
                ? lower.substring(0, lower.length() - end.length())
                : lower;
    }
}
