package org.mailstation.control;

import org.mailstation.config.Service;

/**
 * One port that the router shall lead to this NAS.
 *
 * @param external on the router's outside
 * @param internal on the NAS; 0: the service does not listen
 */
public record Forward(Service service, int external, int internal, ForwardState state) {}
