/** The page of the names under which mail comes home. */
@NullMarked
package org.mailstation.desktop.view.name;

import org.jspecify.annotations.NullMarked;
