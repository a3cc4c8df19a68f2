/** What this program writes down about itself while its window is open. */
@NullMarked
package org.mailstation.desktop.log;

import org.jspecify.annotations.NullMarked;
