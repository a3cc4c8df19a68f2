/** The three programs as people and systems start them: through their launchers, as processes. */
@NullMarked
package org.mailstation.acceptance.launch;

import org.jspecify.annotations.NullMarked;
