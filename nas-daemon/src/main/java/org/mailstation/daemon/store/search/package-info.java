/**
 * Finds letters: what a search asks is answered by the index where it can be, and by a full-text
 * index that is derived from the letters and may be removed at any time.
 */
@NullMarked
package org.mailstation.daemon.store.search;

import org.jspecify.annotations.NullMarked;
