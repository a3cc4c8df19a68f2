/** What a person would read in a letter, decoded and in a form in which texts can be compared. */
@NullMarked
package org.mailstation.daemon.store.text;

import org.jspecify.annotations.NullMarked;
