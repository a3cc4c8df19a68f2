package org.mailstation.ddns.update;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mailstation.control.Secret;

/** A login in a header, RFC 7617. */
final class Basic {
    private Basic() {}

    static String header(String user, Secret password) {
        byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
