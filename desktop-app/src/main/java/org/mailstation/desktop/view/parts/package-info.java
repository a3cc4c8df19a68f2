/**
 * The small pieces that all pages are put together from: fields, notices, progress, the sign of
 * health.
 */
@NullMarked
package org.mailstation.desktop.view.parts;

import org.jspecify.annotations.NullMarked;
