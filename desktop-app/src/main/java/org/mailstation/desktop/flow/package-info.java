/**
 * The way from a bare NAS to running mail as a state machine: which page comes next, what it knows,
 * and what became of the work behind it. Nothing in here knows a window.
 */
@NullMarked
package org.mailstation.desktop.flow;

import org.jspecify.annotations.NullMarked;
