/**
 * Looks at the station from all places that this program can look from, at the same time, and
 * judges what was seen as a whole.
 */
@NullMarked
package org.mailstation.desktop.check;

import org.jspecify.annotations.NullMarked;
