package org.mailstation.daemon.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the log to a file that is turned over at a size, to the console, and line by line to
 * whoever listens.
 */
public final class LogSetup {
    static final String FILE = "mailstationd.log";
    static final String BEFORE = "mailstationd.1.log";

    /** All log files together stay below about 30 MB. */
    private static final int OLD_FILES = 5;

    private static final String FILE_SIZE = "5MB";

    /** A message stays on its line, whatever a stranger put into it; stack traces follow below. */
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSxxx} %-5level %logger{24} %replace(%msg){'[\\r\\n]+', ' / '}%n";

    private LogSetup() {}

    /**
     * From now on everything that is logged in this process goes there.
     *
     * @param lines told every line, without its end; must not wait and must not log
     * @return what writes out the rest and closes the file
     */
    public static Runnable start(Path folder, Consumer<String> lines) {
        LoggerContext context = context();
        context.reset();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("org.mailstation").setLevel(Level.INFO);
        // a NAS without a hardware address that Netty likes is no matter for a warning
        context.getLogger("io.netty.util.internal").setLevel(Level.ERROR);
        // searches are quick enough without vector instructions
        context.getLogger("org.apache.lucene.internal.vectorization").setLevel(Level.ERROR);
        // it writes a stack trace for every letter whose sender has no SPF record
        context.getLogger("org.apache.james.jspf").setLevel(Level.OFF);
        root.addAppender(console(context));
        root.addAppender(file(context, folder));
        root.addAppender(listeners(context, lines));
        JulToSlf4j.install();
        return context::stop;
    }

    /** While another thread is just waking the log, SLF4J hands out a stand-in for a moment. */
    static LoggerContext context() {
        while (true) {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                return context;
            }
            Thread.onSpinWait();
        }
    }

    private static Appender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context));
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> file(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve(FILE).toString());

        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(folder.resolve("mailstationd.%i.log").toString());
        names.setMinIndex(1);
        names.setMaxIndex(OLD_FILES);
        names.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
        // at every line: by default it looks once a minute, too late if somebody floods the log
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();

        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        appender.setEncoder(encoder(context));
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static Appender<ILoggingEvent> listeners(
            LoggerContext context, Consumer<String> lines) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        AppenderBase<ILoggingEvent> appender =
                new AppenderBase<>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        layout.doLayout(event).lines().forEach(lines);
                    }
                };
        appender.setContext(context);
        appender.start();
        return appender;
    }
}
