/** What a letter that came back says: who refused it, why, whose matter that is, and what to do. */
@NullMarked
package org.mailstation.bounce;

import org.jspecify.annotations.NullMarked;
