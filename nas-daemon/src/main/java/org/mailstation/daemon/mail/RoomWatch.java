package org.mailstation.daemon.mail;

import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.mailstation.daemon.delivery.OwnerNotes;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of an account in a letter when its room is nearly used up, once for each mark
 * that is passed; a mark counts anew only after the account has been well below it.
 */
final class RoomWatch implements EventListener.GroupEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(RoomWatch.class);

    /** Percent below a mark, so that a few letters more or less do not make a letter each. */
    private static final int WELL_BELOW = 5;

    private static final int MOST_WAITING = 500;

    /** Its name among those who hear events. */
    static final class RoomGroup extends Group {}

    private static final Group GROUP = new RoomGroup();

    private final ToIntFunction<String> percent;
    private final Supplier<List<Integer>> marks;
    private final OwnerNotes owner;
    private final ConcurrentMap<String, Integer> told;
    private final Runnable keep;
    private final ExecutorService thread =
            new ThreadPoolExecutor(
                    0,
                    1,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(MOST_WAITING),
                    work -> Thread.ofPlatform().name("room-watch").daemon().unstarted(work),
                    new ThreadPoolExecutor.DiscardPolicy());

    /**
     * @param percent of an account's room that is used; 0 if it has no limit
     * @param marks percent of the room, from the lowest
     * @param told the highest mark that an account was told of; survives restarts
     * @param keep makes that durable
     */
    RoomWatch(
            ToIntFunction<String> percent,
            Supplier<List<Integer>> marks,
            OwnerNotes owner,
            ConcurrentMap<String, Integer> told,
            Runnable keep) {
        this.percent = percent;
        this.marks = marks;
        this.owner = owner;
        this.told = told;
        this.keep = keep;
    }

    @Override
    public Group getDefaultGroup() {
        return GROUP;
    }

    @Override
    public boolean isHandling(Event event) {
        return event instanceof Added;
    }

    @Override
    public void event(Event event) {
        if (event instanceof Added added) {
            String account = added.getUsername().asString();
            thread.execute(() -> lookQuietly(account));
        }
    }

    private void lookQuietly(String account) {
        try {
            look(account);
        } catch (RuntimeException e) {
            LOG.warn("whether {} has room cannot be told", account, e);
        }
    }

    /** The letter that warns takes room, too: what it passes by that is told the next time. */
    void look(String account) {
        int used = percent.applyAsInt(account);
        int before = told.getOrDefault(account, 0);
        int now = mark(used, 0);
        int still = Math.min(before, mark(used, WELL_BELOW));
        int mark = Math.max(now, still);
        if (mark == before) {
            return;
        }
        told.put(account, mark);
        keep.run();
        if (mark > before) {
            owner.write(
                    account,
                    Text.of("room.warning.subject", used),
                    Text.of("room.warning.text", account, used));
        }
    }

    /** The highest mark that is passed, when all of them are lower by this. */
    private int mark(int used, int lower) {
        int passed = 0;
        for (int mark : marks.get()) {
            passed = used >= mark - lower ? mark : passed;
        }
        return passed;
    }
}
