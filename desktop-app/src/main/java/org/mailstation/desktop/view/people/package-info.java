/** The page of people, their mailboxes, and addresses that lead to others. */
@NullMarked
package org.mailstation.desktop.view.people;

import org.jspecify.annotations.NullMarked;
