/** The page on which the line at home is shown, and how mail takes it. */
@NullMarked
package org.mailstation.desktop.view.line;

import org.jspecify.annotations.NullMarked;
