/** The pages on which the changes are read, applied, and their outcome told. */
@NullMarked
package org.mailstation.desktop.view.review;

import org.jspecify.annotations.NullMarked;
