@NullMarked
package org.mailstation.desktop.files;

import org.jspecify.annotations.NullMarked;
