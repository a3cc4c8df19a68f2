/**
 * The station looks at itself by and by, keeps what changed, and tells its owner in a letter, but
 * never while mail itself is what does not work.
 */
@NullMarked
package org.mailstation.daemon.watch;

import org.jspecify.annotations.NullMarked;
