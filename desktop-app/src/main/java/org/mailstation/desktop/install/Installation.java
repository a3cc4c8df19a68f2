package org.mailstation.desktop.install;

import java.util.List;

/**
 * A daemon that is installed.
 *
 * @param prefix folder of the program
 * @param data folder of configuration, secrets and letters
 * @param reachable whether the user who is signed in may talk to it without being administrator
 */
public record Installation(String prefix, String data, String version, boolean reachable) {
    /** The command that joins its input and output to the daemon's control socket. */
    public List<String> rpc() {
        return List.of(prefix + "/current/bin/mailstationctl", "--data", data, "rpc");
    }
}
