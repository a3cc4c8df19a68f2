package org.mailstation.desktop.flow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.config.Parsed;
import org.mailstation.config.Problem;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.text.Text;

/**
 * Where a NAS answers, as a person types it: {@code diskstation}, {@code 192.168.1.10:2222}, {@code
 * [fe80::1]:22}, or pasted with {@code ssh://} before it.
 *
 * @param host name or address, IPv6 without its brackets
 * @param port TCP port of SSH, 1 to 65535
 */
public record NasAddress(String host, int port) {

    public static final int SSH = 22;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[a-z]+://)?(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^\\s:/\\[\\]]+))(?::(\\d{1,5}))?/*");
    private static final Pattern BARE_IPV6 =
            Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");

    /** Reads what was typed. */
    public static Parsed<NasAddress> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return invalid("flow.address.empty");
        }
        if (BARE_IPV6.matcher(text).matches()) {
            return new Parsed.Valid<>(new NasAddress(text, SSH));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return invalid("flow.address.form");
        }
        String host = form.group(1) != null ? form.group(1) : form.group(2);
        int port = form.group(3) == null ? SSH : Integer.parseInt(form.group(3));
        if (port < 1 || port > 65535) {
            return invalid("flow.address.port");
        }
        return new Parsed.Valid<>(new NasAddress(host, port));
    }

    /** The shortest form that {@link #parse} reads again. */
    @Override
    public String toString() {
        return SshTarget.address(host, port);
    }

    private static Parsed<NasAddress> invalid(String key) {
        return new Parsed.Invalid<>(List.of(new Problem("address", 0, Text.of(key))));
    }
}
