@NullMarked
package org.mailstation.bounce;

import org.jspecify.annotations.NullMarked;
