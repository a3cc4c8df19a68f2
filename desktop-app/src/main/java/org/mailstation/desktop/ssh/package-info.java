/**
 * Signs in to a NAS by SSH (RFC 4251 to 4254) and runs commands there; the only package that knows
 * the SSH library.
 */
@NullMarked
package org.mailstation.desktop.ssh;

import org.jspecify.annotations.NullMarked;
