/**
 * Keeps the router's ports leading to this NAS as the configuration wants it: asks, reads back,
 * renews, and asks again after the router has forgotten.
 */
@NullMarked
package org.mailstation.daemon.forwarding;

import org.jspecify.annotations.NullMarked;
