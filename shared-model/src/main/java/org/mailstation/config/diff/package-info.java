/** What changes between two configurations, and what that means for the family. */
@NullMarked
package org.mailstation.config.diff;

import org.jspecify.annotations.NullMarked;
