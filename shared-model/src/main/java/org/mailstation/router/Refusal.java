package org.mailstation.router;

/** Why a router refuses, put together from the numbers of all protocols. */
public enum Refusal {
    /** it lets nobody, or not this computer, change its ports */
    NOT_AUTHORISED,
    /** another device or another part of the router holds this port */
    CONFLICT,
    /** there is no such entry */
    NO_ENTRY,
    /** it keeps entries only for good, not for a time */
    ONLY_PERMANENT,
    /** it wants the same port inside and outside */
    SAME_PORT_REQUIRED,
    /** it has no room for more entries */
    NO_ROOM,
    /** it is not connected to the Internet, or has no address of its own there */
    NOT_CONNECTED,
    /** it does not know this action */
    UNSUPPORTED,
    /** something else; the number says what */
    OTHER
}
