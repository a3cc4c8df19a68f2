package org.mailstation.daemon.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/**
 * Who may talk to the daemon: root, the service's own user, and members of its group. The system
 * tells the peer's user and main group only; that a peer is in the socket's group by another way is
 * what the socket's mode vouches for, as long as it is closed to others.
 */
final class PeerRule {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path socket;

    PeerRule(Path socket) {
        this.socket = socket;
    }

    /** Whether the program at the other end of this connection may go on. */
    boolean admits(SocketChannel channel) throws IOException {
        PosixFileAttributes file =
                Files.readAttributes(socket, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (file.permissions().stream().noneMatch(OTHERS::contains)) {
            return true;
        }
        if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
            return false;
        }
        UnixDomainPrincipal peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
        return admits(
                peer.user().getName(),
                peer.group().getName(),
                file.owner().getName(),
                file.group().getName());
    }

    static boolean admits(String user, String group, String owner, String ownGroup) {
        return user.equals("root") || user.equals(owner) || group.equals(ownGroup);
    }
}
