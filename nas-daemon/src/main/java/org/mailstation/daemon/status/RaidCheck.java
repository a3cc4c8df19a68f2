package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.daemon.box.Box;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Are all disks there that hold the letters together, as Linux tells of its arrays? */
final class RaidCheck {
    private static final String TABLE = "proc/mdstat";

    /** {@code md2 : active raid5 sda3[0] sdb3[1]} */
    private static final Pattern ARRAY = Pattern.compile("(md\\d+) : .*");

    /** {@code [3/2] [UU_]}: so many disks belong to it, so many are there. */
    private static final Pattern DISKS = Pattern.compile(".*\\[(\\d+)/(\\d+)] \\[[U_E]+].*");

    private static final Pattern REBUILDING = Pattern.compile(".*(recovery|resync|reshape) *=.*");

    private RaidCheck() {}

    private record Array(String name, boolean complete, boolean rebuilding) {}

    /** Nothing where there are no arrays. */
    static Optional<Finding> check(Box box, Instant now) {
        List<Array> arrays = arrays(box);
        if (arrays.isEmpty()) {
            return Optional.empty();
        }
        List<Array> torn = arrays.stream().filter(array -> !array.complete()).toList();
        Observation found = Observation.onNas("raid", Hop.NAS, "/" + TABLE, words(arrays), now);
        if (torn.isEmpty()) {
            return Optional.of(found.pass(Text.of("raid.ok")));
        }
        String names = String.join(", ", torn.stream().map(Array::name).toList());
        return Optional.of(
                torn.stream().allMatch(Array::rebuilding)
                        ? found.warn(Severity.WARNING, Text.of("raid.rebuilding", names), null)
                        : found.fail(
                                Severity.ERROR,
                                Text.of("raid.degraded", names),
                                new Remedy.RunOnNas(Text.of("raid.remedy"), "")));
    }

    private static List<Array> arrays(Box box) {
        List<Array> arrays = new ArrayList<>();
        String name = "";
        for (String line : box.lines(TABLE)) {
            Matcher array = ARRAY.matcher(line);
            Matcher disks = DISKS.matcher(line);
            if (array.matches()) {
                name = array.group(1);
            } else if (disks.matches() && !isForEveryBay(box, name)) {
                boolean all = Integer.parseInt(disks.group(2)) >= Integer.parseInt(disks.group(1));
                arrays.add(new Array(name, all, false));
            } else if (REBUILDING.matcher(line).matches()
                    && !arrays.isEmpty()
                    && arrays.getLast().name().equals(name)) {
                arrays.add(new Array(name, arrays.removeLast().complete(), true));
            }
        }
        return arrays;
    }

    /** DSM lays its system and swap over all bays, and counts empty bays as missing disks. */
    private static boolean isForEveryBay(Box box, String array) {
        return box.isDiskStation() && (array.equals("md0") || array.equals("md1"));
    }

    private static String words(List<Array> arrays) {
        return String.join(
                ", ",
                arrays.stream()
                        .map(
                                array ->
                                        array.name()
                                                + (array.complete() ? " complete" : " degraded")
                                                + (array.rebuilding() ? ", rebuilding" : ""))
                        .toList());
    }
}
