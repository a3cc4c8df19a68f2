/**
 * Routers that speak UPnP: Internet Gateway Device versions 1 and 2, by SOAP over HTTP (UPnP Device
 * Architecture 1.1; WANIPConnection:1 and :2, WANPPPConnection:1, WANIPv6FirewallControl:1).
 */
@NullMarked
package org.mailstation.router.igd;

import org.jspecify.annotations.NullMarked;
