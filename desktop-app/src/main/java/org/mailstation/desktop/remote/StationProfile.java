package org.mailstation.desktop.remote;

import org.mailstation.desktop.ssh.SshTarget;

/**
 * Which station this computer looks after. It holds no secret.
 *
 * @param keyFile private key to sign in with; empty: by password
 */
public record StationProfile(SshTarget target, String keyFile) {}
