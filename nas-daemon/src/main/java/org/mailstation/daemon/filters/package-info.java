/** What people want done with the letters that come for them: their scripts, and their absence. */
@NullMarked
package org.mailstation.daemon.filters;

import org.jspecify.annotations.NullMarked;
