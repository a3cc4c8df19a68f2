/** Keeps an unfinished set-up in a file of this computer, without any password. */
@NullMarked
package org.mailstation.desktop.keep;

import org.jspecify.annotations.NullMarked;
