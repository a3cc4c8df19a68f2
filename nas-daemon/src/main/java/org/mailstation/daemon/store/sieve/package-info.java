/** Keeps the Sieve scripts of each account (RFC 5228) as files, with one active (RFC 5804, 2.8). */
@NullMarked
package org.mailstation.daemon.store.sieve;

import org.jspecify.annotations.NullMarked;
