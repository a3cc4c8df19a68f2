/**
 * What every longer piece of work has in common: it fails by name, tells how far it is, and can be
 * cancelled.
 */
@NullMarked
package org.mailstation.desktop.work;

import org.jspecify.annotations.NullMarked;
