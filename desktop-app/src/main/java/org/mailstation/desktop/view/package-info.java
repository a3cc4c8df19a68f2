/** The assistant's one window: rail, page and footer, and what keeps its thread free. */
@NullMarked
package org.mailstation.desktop.view;

import org.jspecify.annotations.NullMarked;
