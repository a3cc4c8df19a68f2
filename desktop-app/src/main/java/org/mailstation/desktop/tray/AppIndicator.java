package org.mailstation.desktop.tray;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Indicator} by libayatana-appindicator3 and GTK 3, which JavaFX has loaded already. */
final class AppIndicator implements Indicator {

    private static final Logger LOG = LoggerFactory.getLogger(AppIndicator.class);
    private static final Linker LINKER = Linker.nativeLinker();

    /** AppIndicatorCategory: APPLICATION_STATUS. */
    private static final int CATEGORY = 0;

    /** AppIndicatorStatus: PASSIVE hides the item, ACTIVE shows it. */
    private static final int PASSIVE = 0;

    private static final int ACTIVE = 1;

    /** For the process: GTK keeps pointers to what it was given, also after the item is hidden. */
    private final Arena arena = Arena.global();

    private final SymbolLookup indicators =
            library("libayatana-appindicator3.so.1", "libappindicator3.so.1");
    private final SymbolLookup gtk = library("libgtk-3.so.0");
    private final SymbolLookup gobject = library("libgobject-2.0.so.0");
    private final List<MemorySegment> lines = new ArrayList<>();
    private MemorySegment item = MemorySegment.NULL;
    private MemorySegment menu = MemorySegment.NULL;

    /** Whether a library for such items is there. */
    static boolean loads() {
        return find(Arena.global(), "libayatana-appindicator3.so.1", "libappindicator3.so.1")
                        .isPresent()
                && find(Arena.global(), "libgtk-3.so.0").isPresent();
    }

    private static Optional<SymbolLookup> find(Arena arena, String... names) {
        return Stream.of(names).flatMap(name -> load(arena, name).stream()).findFirst();
    }

    private static Optional<SymbolLookup> load(Arena arena, String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, arena));
        } catch (IllegalArgumentException notThere) {
            // this is how the API says that there is no such library
            return Optional.empty();
        }
    }

    private SymbolLookup library(String... names) {
        return find(Arena.global(), names)
                .orElseThrow(() -> new NativeCallException(names[0], new UnsatisfiedLinkError()));
    }

    @Override
    public void create(String id, String title, Path icon) {
        item =
                (MemorySegment)
                        call(
                                indicators,
                                "app_indicator_new",
                                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT),
                                text(id),
                                text(icon.toString()),
                                CATEGORY);
        call(indicators, "app_indicator_set_title", nothing(ADDRESS, ADDRESS), item, text(title));
        menu = (MemorySegment) call(gtk, "gtk_menu_new", FunctionDescriptor.of(ADDRESS));
    }

    @Override
    public int add(String label, boolean enabled, Runnable action) {
        MemorySegment line =
                (MemorySegment)
                        call(
                                gtk,
                                "gtk_menu_item_new_with_label",
                                FunctionDescriptor.of(ADDRESS, ADDRESS),
                                text(label));
        call(gtk, "gtk_widget_set_sensitive", nothing(ADDRESS, JAVA_INT), line, enabled ? 1 : 0);
        call(
                gobject,
                "g_signal_connect_data",
                FunctionDescriptor.of(
                        JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT),
                line,
                text("activate"),
                callback(action),
                MemorySegment.NULL,
                MemorySegment.NULL,
                0);
        call(gtk, "gtk_menu_shell_append", nothing(ADDRESS, ADDRESS), menu, line);
        lines.add(line);
        return lines.size() - 1;
    }

    @Override
    public void label(int line, String text) {
        call(
                gtk,
                "gtk_menu_item_set_label",
                nothing(ADDRESS, ADDRESS),
                lines.get(line),
                text(text));
    }

    @Override
    public void show() {
        call(gtk, "gtk_widget_show_all", nothing(ADDRESS), menu);
        call(indicators, "app_indicator_set_menu", nothing(ADDRESS, ADDRESS), item, menu);
        status(ACTIVE);
    }

    @Override
    public void icon(Path icon, String spoken) {
        call(
                indicators,
                "app_indicator_set_icon_full",
                nothing(ADDRESS, ADDRESS, ADDRESS),
                item,
                text(icon.toString()),
                text(spoken));
    }

    @Override
    public void hide() {
        status(PASSIVE);
    }

    private void status(int status) {
        call(indicators, "app_indicator_set_status", nothing(ADDRESS, JAVA_INT), item, status);
    }

    private MemorySegment text(String words) {
        return arena.allocateFrom(words);
    }

    /** {@code void (*) (GtkMenuItem*, gpointer)} */
    private MemorySegment callback(Runnable action) {
        try {
            MethodHandle handle =
                    MethodHandles.lookup()
                            .findStatic(
                                    AppIndicator.class,
                                    "activated",
                                    MethodType.methodType(
                                            void.class,
                                            Runnable.class,
                                            MemorySegment.class,
                                            MemorySegment.class))
                            .bindTo(action);
            return LINKER.upcallStub(handle, nothing(ADDRESS, ADDRESS), arena);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a method of this class", e);
        }
    }

    /** An exception that left an upcall would end the whole process. */
    private static void activated(Runnable action, MemorySegment line, MemorySegment data) {
        try {
            action.run();
        } catch (RuntimeException fault) {
            LOG.error("a menu line of the tray failed", fault);
        }
    }

    private static FunctionDescriptor nothing(MemoryLayout... arguments) {
        return FunctionDescriptor.ofVoid(arguments);
    }

    private static Object call(
            SymbolLookup library, String function, FunctionDescriptor shape, Object... arguments) {
        try {
            MethodHandle handle = LINKER.downcallHandle(library.findOrThrow(function), shape);
            Object result = handle.invokeWithArguments(arguments);
            return result == null ? MemorySegment.NULL : result;
        } catch (Throwable fault) {
            throw new NativeCallException(function, fault);
        }
    }
}
