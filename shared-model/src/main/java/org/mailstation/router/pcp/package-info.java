/**
 * Routers that take wishes by single datagrams at UDP port 5351: NAT-PMP (RFC 6886) and its
 * successor PCP (RFC 6887).
 */
@NullMarked
package org.mailstation.router.pcp;

import org.jspecify.annotations.NullMarked;
