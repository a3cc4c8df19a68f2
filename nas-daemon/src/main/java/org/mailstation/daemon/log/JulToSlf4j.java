package org.mailstation.daemon.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** What libraries (and the shared parts) log by the JDK's own logging joins the one log. */
final class JulToSlf4j extends Handler {
    private static final SimpleFormatter WORDS = new SimpleFormatter();

    private JulToSlf4j() {}

    static void install() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new JulToSlf4j());
    }

    @Override
    public void publish(LogRecord record) {
        org.slf4j.Logger logger = LoggerFactory.getLogger(String.valueOf(record.getLoggerName()));
        String words = WORDS.formatMessage(record);
        if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            logger.error(words, record.getThrown());
        } else if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
            logger.warn(words, record.getThrown());
        } else {
            logger.info(words, record.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is held back here
    }

    @Override
    public void close() {
        // nothing is open here
    }
}
