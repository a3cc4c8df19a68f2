package org.mailstation.desktop.install;

/**
 * The daemon runs.
 *
 * @param version that runs now
 * @param replaced version that was there before; empty: none
 */
public record Installed(String version, String replaced) {}
