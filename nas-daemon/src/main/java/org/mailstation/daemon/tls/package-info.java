/**
 * The key and certificate that the listeners show (RFC 5280, RFC 7468), made here if need be, and
 * how TLS is spoken.
 */
@NullMarked
package org.mailstation.daemon.tls;

import org.jspecify.annotations.NullMarked;
