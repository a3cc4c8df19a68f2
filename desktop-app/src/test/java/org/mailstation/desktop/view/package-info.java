/** The window, drawn into memory. */
@NullMarked
package org.mailstation.desktop.view;

import org.jspecify.annotations.NullMarked;
