/**
 * What only a computer at home sees: the router and its ports, its own way to the Internet, and
 * whether it is at home at all.
 */
@NullMarked
package org.mailstation.desktop.surroundings;

import org.jspecify.annotations.NullMarked;
