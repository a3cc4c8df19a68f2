/**
 * How the window looks: light or dark as the computer is set, and the product's own style sheet.
 */
@NullMarked
package org.mailstation.desktop.view.theme;

import org.jspecify.annotations.NullMarked;
