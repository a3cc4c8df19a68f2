package org.mailstation.desktop.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The log of the window in two small files, for the report. The command line has none: what it has
 * to say stands before the person already.
 *
 * @param folder of the files; made when something is written
 */
public record OwnLog(Path folder) {
    private static final String FILE = "mail-station.log";
    private static final String BEFORE = "mail-station.1.log";
    private static final String FILE_SIZE = "500KB";

    /** A message stays on its line, whatever a stranger put into it; stack traces follow below. */
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSxxx} %-5level %logger{24} %replace(%msg){'[\\r\\n]+', ' / '}%n%rEx{12}";

    /**
     * From now on what this process logs is written down, too.
     *
     * @return ends that
     */
    public Runnable start() {
        Logger root =
                LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                        ? context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                        : null;
        if (root == null) {
            return () -> {}; // another program logs for us, and it knows where to
        }
        LoggerContext context = root.getLoggerContext();
        Logger ours = context.getLogger("org.mailstation");
        Level before = ours.getLevel();
        if (!ours.isInfoEnabled()) {
            ours.setLevel(Level.INFO);
        }
        RollingFileAppender<ILoggingEvent> appender = appender(context);
        appender.start();
        root.addAppender(appender);
        return () -> {
            root.detachAppender(appender);
            appender.stop();
            ours.setLevel(before);
        };
    }

    private RollingFileAppender<ILoggingEvent> appender(LoggerContext context) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve(FILE).toString());
        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(folder.resolve("mail-station.%i.log").toString());
        names.setMinIndex(1);
        names.setMaxIndex(1);
        names.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf(FILE_SIZE));
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        appender.setEncoder(encoder);
        return appender;
    }

    /** All that is kept, oldest first; none if there is no log, or it cannot be read. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String name : List.of(BEFORE, FILE)) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                lines.addAll(read(file));
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            return List.of("(" + file.getFileName() + " is no text)");
        } catch (IOException e) {
            return List.of("(" + file.getFileName() + ": " + e.getMessage() + ")");
        }
    }
}
