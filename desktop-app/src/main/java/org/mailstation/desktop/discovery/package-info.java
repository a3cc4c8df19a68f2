/**
 * Finds the NAS in the home network: multicast DNS (RFC 6762, 6763), SSDP (UPnP Device Architecture
 * 1.1) and the Synology finder, asked side by side, their answers put together to one line a
 * device.
 */
@NullMarked
package org.mailstation.desktop.discovery;

import org.jspecify.annotations.NullMarked;
