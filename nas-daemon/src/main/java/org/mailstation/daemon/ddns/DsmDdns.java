package org.mailstation.daemon.ddns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Disk Station's own DDNS. Two programs that update the same name overwrite each other, and
 * some providers lock a name for that. The file's form is not documented: a file that names the
 * host is a reason to ask the person to look, not a proof.
 *
 * @param file as DSM keeps it
 */
public record DsmDdns(Path file) {
    public static final Path USUAL = Path.of("/etc/ddns.conf");

    private static final Logger LOG = LoggerFactory.getLogger(DsmDdns.class);
    private static final long LARGEST = 256 * 1024;

    /** Whether the file speaks of this host; false also if there is none that can be read. */
    boolean mentions(String host) {
        try {
            if (!Files.isReadable(file) || Files.size(file) > LARGEST) {
                return false;
            }
            String text =
                    Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            String name = Pattern.quote(host.toLowerCase(Locale.ROOT));
            return Pattern.compile("(?<![a-z0-9.-])" + name + "(?![a-z0-9.-])")
                    .matcher(text)
                    .find();
        } catch (IOException unreadable) {
            LOG.debug("DSM's own DDNS cannot be looked at", unreadable);
            return false;
        }
    }
}
