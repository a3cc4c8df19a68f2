/** Lets one window be open at a time: a second start brings up the first one's. */
@NullMarked
package org.mailstation.desktop.instance;

import org.jspecify.annotations.NullMarked;
