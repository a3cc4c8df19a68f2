/** A household in memory: a NAS, its daemon, and the ways in which both can go wrong. */
@NullMarked
package org.mailstation.desktop.fake;

import org.jspecify.annotations.NullMarked;
