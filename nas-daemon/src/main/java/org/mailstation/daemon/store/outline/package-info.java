/**
 * What lists of letters show of each and what takes long to find out, kept once it has been asked
 * for.
 */
@NullMarked
package org.mailstation.daemon.store.outline;

import org.jspecify.annotations.NullMarked;
