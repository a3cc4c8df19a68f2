/** Asks the registry of a domain about it by RDAP (RFC 9082, RFC 9083, RFC 9224). */
@NullMarked
package org.mailstation.registry;

import org.jspecify.annotations.NullMarked;
