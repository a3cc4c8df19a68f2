/**
 * A letter's way through the home, and where on it something is wrong: what the map shows, without
 * a window.
 */
@NullMarked
package org.mailstation.desktop.way;

import org.jspecify.annotations.NullMarked;
