package org.mailstation.desktop.cli;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Mended;
import org.mailstation.desktop.flow.Mending;
import org.mailstation.desktop.flow.Offers;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;
import org.mailstation.words.FindingWords;

/** Fixes as lines for a person: what can be mended, what will happen, and the proof. */
record FixPaper(PrintStream out) {

    void list(List<Offers.Offer> offers) {
        for (int i = 0; i < offers.size(); i++) {
            Offers.Offer offer = offers.get(i);
            out.printf("%2d  %s%n", i + 1, offer.about().check());
            out.println("    " + said(offer.about()));
            Mending.atOnce(offer.about(), offer.fix())
                    .will()
                    .forEach(one -> out.println("    -> " + one.words()));
        }
    }

    void plan(Mending.Plan plan) {
        out.println(said(plan.about()));
        say("cli.fix.will");
        plan.will().forEach(one -> out.println("  * " + one.words()));
        out.println("    " + plan.back().words());
    }

    void mended(Mended mended) {
        out.println(mended.sentence().words());
        Finding worse = mended.worse();
        if (worse != null) {
            say("cli.fix.worse", worse.sentence().words());
        }
        Text why = mended.why();
        if (why != null) {
            out.println("    " + why.words());
        }
        for (int i = 0; i < mended.pairs().size(); i++) {
            Mended.Pair pair = mended.pairs().get(i);
            if (i == 0 || pair.changed()) {
                out.println(pair.check());
                out.println("    " + line("cli.fix.before", pair.before(), "cli.fix.not-asked"));
                out.println("    " + line("cli.fix.after", pair.after(), "cli.fix.not-found"));
            }
        }
    }

    private static String line(String key, @Nullable Finding finding, String without) {
        return Text.of(key, finding == null ? Text.of(without).words() : said(finding)).words();
    }

    private static String said(Finding finding) {
        return FindingWords.line(finding);
    }

    private void say(String key, Object... args) {
        out.println(Text.of(key, args).words());
    }
}
