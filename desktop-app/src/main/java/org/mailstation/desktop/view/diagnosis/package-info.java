/** What a look at the whole station found: culprits with their cure, and what is folded below. */
@NullMarked
package org.mailstation.desktop.view.diagnosis;

import org.jspecify.annotations.NullMarked;
