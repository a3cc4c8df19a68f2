package org.mailstation.control;

import org.mailstation.config.Port;
import org.mailstation.config.Service;

/**
 * One listener.
 *
 * @param configured the port that was asked for; 0: any
 * @param bound the port that it listens on; 0: it does not listen
 * @param error why it does not listen although it should, in technical words; empty otherwise
 */
public record ListenerStatus(
        Service service, Port.Open open, int configured, int bound, String error) {}
