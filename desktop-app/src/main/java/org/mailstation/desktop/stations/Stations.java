package org.mailstation.desktop.stations;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mailstation.desktop.flow.Background;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.remote.ProfileStore;
import org.mailstation.desktop.remote.StationBook;
import org.mailstation.desktop.remote.StationProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads from station to station. One is in sight; those that somebody signed in to since the
 * program was started are watched as well. All on the owner's thread.
 */
public final class Stations {

    private static final Logger LOG = LoggerFactory.getLogger(Stations.class);

    private final Background background;
    private final StationBook book;
    private final Farewell farewell;
    private final Function<ProfileStore, Room> builder;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Consumer<StationList>> listeners = new ArrayList<>();
    private final List<Consumer<Room>> doors = new ArrayList<>();
    private final List<Consumer<Room>> sights = new ArrayList<>();
    private final List<Consumer<Boolean>> rests = new ArrayList<>();
    private final Panorama panorama = new Panorama(this::watched);
    private List<StationProfile> known = List.of();
    private final Stay first;
    private Stay current;
    private boolean paused;

    /**
     * @param builder makes a room that remembers its station in what it is given
     */
    public Stations(
            Background background,
            StationBook book,
            Farewell farewell,
            Function<ProfileStore, Room> builder) {
        this.background = background;
        this.book = book;
        this.farewell = farewell;
        this.builder = builder;
        first = open("", book::load);
        current = first;
    }

    /** Offers the station that was signed in to last. */
    public void start() {
        current.room().flow().start();
        refresh();
    }

    /** The one in sight. */
    public Room current() {
        return current.room();
    }

    /** Called with the one in sight, at once and whenever it is another one. */
    public void onCurrent(Consumer<Room> listener) {
        sights.add(listener);
        listener.accept(current());
    }

    /** Called with every room, those that are there already and those to come. */
    public void onRoom(Consumer<Room> listener) {
        doors.add(listener);
        stays.forEach(stay -> listener.accept(stay.room()));
    }

    /** Called with every change of the list, and once at once. */
    public void listen(Consumer<StationList> listener) {
        listeners.add(listener);
        listener.accept(list());
    }

    /** All that are watched, as one. */
    public Panorama panorama() {
        return panorama;
    }

    /** What a room's station is called where there are several; empty: there is only one. */
    public String titleOf(Room room) {
        return watched().size() < 2
                ? ""
                : stays.stream()
                        .filter(stay -> stay.room() == room)
                        .map(Stay::title)
                        .findFirst()
                        .orElse("");
    }

    public StationList list() {
        TreeMap<String, StationList.Entry> entries = new TreeMap<>();
        for (StationProfile profile : known) {
            String address = profile.target().address();
            entries.put(address, new StationList.Entry(address, "", null, false));
        }
        for (Stay stay : stays) {
            if (!stay.address().isEmpty() || stay == current) {
                entries.put(
                        stay.address(),
                        new StationList.Entry(
                                stay.address(),
                                stay.room().hostName(),
                                stay.health(),
                                stay == current));
            }
        }
        return new StationList(
                entries.values().stream()
                        .sorted(Comparator.comparing(StationList.Entry::title))
                        .toList());
    }

    private List<Stay> watched() {
        List<Stay> seen = stays.stream().filter(stay -> stay.room().watched()).toList();
        return seen.isEmpty() ? List.of(current) : seen;
    }

    /** Puts a station in sight: where one left it, or where one signs in to it. */
    public void select(String address) {
        Optional<Stay> there = stays.stream().filter(stay -> stay.isFor(address)).findFirst();
        if (there.isPresent()) {
            show(there.get());
        } else {
            StationProfile profile = profile(address).orElse(null);
            show(open(address, () -> Optional.ofNullable(profile)));
            current().flow().visit();
        }
    }

    /** Begins with one that this computer does not know yet. */
    public void add() {
        select("");
    }

    private void lookAfter(String address, boolean accepting) {
        boolean visited = stays.stream().anyMatch(stay -> stay.isFor(address));
        if (visited || profile(address).isPresent()) {
            select(address);
            return;
        }
        add();
        if (accepting) {
            current().flow().locateAndAccept(address);
        } else {
            current().flow().locate(address);
        }
    }

    /**
     * Forgets a station on this computer; the station itself stays as it is.
     *
     * @param failed if something of it could not be removed
     */
    public void remove(String address, Consumer<Exception> failed) {
        List<Stay> gone = stays.stream().filter(stay -> stay.isFor(address)).toList();
        gone.forEach(stay -> stay.room().close());
        stays.removeAll(gone);
        Optional<StationProfile> profile = profile(address);
        known = known.stream().filter(it -> !it.equals(profile.orElse(null))).toList();
        if (gone.contains(current)) {
            select(known.isEmpty() ? "" : known.getFirst().target().address());
        }
        tell();
        profile.ifPresent(
                it ->
                        background.<Boolean>start(
                                () -> {
                                    farewell.to(it);
                                    return true;
                                },
                                _ -> refresh(),
                                fault -> {
                                    failed.accept(fault);
                                    refresh();
                                }));
    }

    private Optional<StationProfile> profile(String address) {
        return known.stream().filter(it -> Stay.same(it.target().address(), address)).findFirst();
    }

    private Stay open(String address, Remembered remembered) {
        Room room = builder.apply(new Memory(remembered));
        Stay stay = new Stay(room, address);
        stays.add(stay);
        room.flow().onElsewhere(this::lookAfter);
        room.flow().listen(state -> moved(stay, state));
        room.outlook().listen(_ -> tell());
        room.outlook().onNews(panorama::tell);
        doors.forEach(door -> door.accept(room));
        return stay;
    }

    private void show(Stay stay) {
        current = stay;
        sights.forEach(sight -> sight.accept(stay.room()));
        panorama.tell();
        tell();
    }

    private void moved(Stay stay, SetupState state) {
        if (state instanceof SetupState.Home && !paused) {
            stay.room().watch().start();
        }
        if (!stay.room().flow().visited().isEmpty()) {
            // somebody went to it by two ways
            List<Stay> twins =
                    stays.stream()
                            .filter(it -> it != stay && it != current && it.isFor(stay.address()))
                            .toList();
            twins.forEach(it -> it.room().close());
            stays.removeAll(twins);
        }
        tell();
    }

    private void tell() {
        if (listeners.isEmpty()) {
            return;
        }
        StationList now = list();
        listeners.forEach(listener -> listener.accept(now));
    }

    private void refresh() {
        background.start(
                book::all,
                all -> {
                    known = all;
                    if (first.address().isEmpty() && !all.isEmpty()) {
                        // that is what its pages offer
                        first.mean(all.getFirst().target().address());
                    }
                    tell();
                },
                fault -> LOG.warn("the remembered stations cannot be read", fault));
    }

    /** Whether any station is being watched. */
    public boolean watching() {
        return stays.stream().anyMatch(stay -> stay.room().watch().watching());
    }

    /** Looks at all that are watched, from everywhere; whoever wants that no longer pauses. */
    public void checkNow() {
        if (paused) {
            goOn();
        }
        for (Stay stay : stays) {
            if (stay.room().watch().watching()) {
                stay.room().watch().checkNow();
                stay.room().care().checkup().look();
            }
        }
    }

    /** Watches none until {@link #goOn}, not even one that somebody signs in to meanwhile. */
    public void pause() {
        stays.forEach(stay -> stay.room().watch().pause());
        rest(true);
    }

    /** Watches again what was watched, and what is at home by now. */
    public void goOn() {
        stays.stream()
                .map(Stay::room)
                .filter(room -> room.watched() || room.flow().state() instanceof SetupState.Home)
                .forEach(room -> room.watch().start());
        rest(false);
    }

    private void rest(boolean now) {
        paused = now;
        rests.forEach(listener -> listener.accept(now));
    }

    /** Whether it was wished that none is watched. */
    public boolean paused() {
        return paused;
    }

    /** Called whenever that changes, and once at once. */
    public void onPause(Consumer<Boolean> listener) {
        rests.add(listener);
        listener.accept(paused);
    }

    /** Ends all of it; the program is about to end. */
    public void close() {
        stays.forEach(stay -> stay.room().close());
    }

    private interface Remembered {
        Optional<StationProfile> get() throws IOException;
    }

    /** What one room knows of the book: its own station. */
    private final class Memory implements ProfileStore {
        private final Remembered remembered;

        Memory(Remembered remembered) {
            this.remembered = remembered;
        }

        @Override
        public Optional<StationProfile> load() throws IOException {
            return remembered.get();
        }

        @Override
        public void save(StationProfile profile) throws IOException {
            book.save(profile);
            background.later(Stations.this::refresh);
        }
    }
}
