/**
 * The station's signature under letters that were written here, and the keys for it (DKIM, RFC 6376
 * with RFC 8301).
 */
@NullMarked
package org.mailstation.daemon.dkim;

import org.jspecify.annotations.NullMarked;
