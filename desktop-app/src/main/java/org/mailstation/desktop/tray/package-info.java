/**
 * The sign beside the clock that says how the station is while no window is open, in whichever way
 * the desktop offers one.
 */
@NullMarked
package org.mailstation.desktop.tray;

import org.jspecify.annotations.NullMarked;
