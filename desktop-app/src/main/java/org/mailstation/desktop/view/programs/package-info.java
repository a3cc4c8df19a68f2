/** The page of what people enter in their phones and mail programs. */
@NullMarked
package org.mailstation.desktop.view.programs;

import org.jspecify.annotations.NullMarked;
