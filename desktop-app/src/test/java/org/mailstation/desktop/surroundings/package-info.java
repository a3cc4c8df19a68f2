@NullMarked
package org.mailstation.desktop.surroundings;

import org.jspecify.annotations.NullMarked;
