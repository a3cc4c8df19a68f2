@NullMarked
package org.mailstation.desktop.cli;

import org.jspecify.annotations.NullMarked;
