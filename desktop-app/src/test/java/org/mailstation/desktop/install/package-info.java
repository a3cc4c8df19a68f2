@NullMarked
package org.mailstation.desktop.install;

import org.jspecify.annotations.NullMarked;
