/** How the home stands on the Internet, judged from what was seen; nothing here asks anybody. */
@NullMarked
package org.mailstation.standing;

import org.jspecify.annotations.NullMarked;
