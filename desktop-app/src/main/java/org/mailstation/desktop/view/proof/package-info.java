/** The page on which mail is shown to work. */
@NullMarked
package org.mailstation.desktop.view.proof;

import org.jspecify.annotations.NullMarked;
