/** The page that shows how the station is. */
@NullMarked
package org.mailstation.desktop.view.status;

import org.jspecify.annotations.NullMarked;
