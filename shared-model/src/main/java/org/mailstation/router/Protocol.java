package org.mailstation.router;

/** The ways to talk with a router about its ports, the most talkative first. */
public enum Protocol {
    /** UPnP Internet Gateway Device, versions 1 and 2: also shows what others have asked for. */
    IGD,
    /** Port Control Protocol, RFC 6887. */
    PCP,
    /** NAT Port Mapping Protocol, RFC 6886. */
    NAT_PMP
}
