/** Where this program keeps its few files on the PC. */
@NullMarked
package org.mailstation.desktop.files;

import org.jspecify.annotations.NullMarked;
