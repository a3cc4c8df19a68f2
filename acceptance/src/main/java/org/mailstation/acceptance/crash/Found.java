package org.mailstation.acceptance.crash;

/**
 * A letter as it is listed in a mailbox.
 *
 * @param whole whether every octet is as it was
 */
record Found(Token token, boolean flagged, boolean whole) {}
