/** The page on which domain, name and mailbox are typed. */
@NullMarked
package org.mailstation.desktop.view.form;

import org.jspecify.annotations.NullMarked;
