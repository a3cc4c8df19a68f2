package org.mailstation.control;

/**
 * The first message of every conversation.
 *
 * @param protocol newest version of this conversation that the asking program speaks, {@link
 *     StationControl#PROTOCOL}
 * @param program name and version of the asking program, for the log
 */
public record Hello(int protocol, String program) {}
