package org.mailstation.standing;

/** Who told an address of the line, the most trusted first. */
public enum Source {
    /** the router itself, by IGD, PCP or NAT-PMP */
    ROUTER,
    STUN,
    HTTP,
    DNS
}
