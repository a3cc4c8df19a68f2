/** A report that a person makes: how far it is, what is in it, and where it is saved. */
@NullMarked
package org.mailstation.desktop.view.report;

import org.jspecify.annotations.NullMarked;
