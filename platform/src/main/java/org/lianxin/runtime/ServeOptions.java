package org.lianxin.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./lianxin demo}, {@code run} and {@code bench} were asked for.
 *
 * @param port of the web server, or none for the usual one
 * @param web how a production instance is reached
 * @param others options handed on to Spring
 */
record ServeOptions(Stamp stamp, @Nullable Integer port, Path data, WebOptions web, List<String> others) {

    /** Starts, answers a few requests and stops: fills the start cache of the JDK during the build. */
    static final String TRAIN = "train";

    private static final Map<String, Stamp> WORDS =
            Map.of("demo", Stamp.DEMO, "run", Stamp.PRODUCTION, "serve-bench", Stamp.BENCH, TRAIN, Stamp.BENCH);

    static final String USAGE = """
            ./lianxin demo [--port N] [--data DIR] [--still]
              the demo city on its own PostgreSQL, this machine only; --still: no simulated colleagues at work 演示城市
            ./lianxin run [--port N] [--data DIR] [--certificate FILE --key FILE | --proxy ADDRESS [--bind ADDRESS]]
              production: safe settings or no start; HTTPS by a certificate, a local one where none is given, or a proxy 正式运行""";

    static ServeOptions of(List<String> arguments) {
        if (arguments.isEmpty() || !WORDS.containsKey(arguments.getFirst())) {
            throw new StartRefused(
                    arguments.isEmpty() ? "no command given" : "there is no command " + arguments.getFirst(),
                    "./lianxin help lists the commands");
        }
        Stamp stamp = Objects.requireNonNull(WORDS.get(arguments.getFirst()));
        String port = null;
        String data = null;
        String certificate = null;
        String key = null;
        String proxy = null;
        String bind = null;
        List<String> others = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            switch (word) {
                case "--port" -> port = valueOf(word, arguments, ++i);
                case "--data" -> data = valueOf(word, arguments, ++i);
                case "--certificate" -> certificate = valueOf(word, arguments, ++i);
                case "--key" -> key = valueOf(word, arguments, ++i);
                case "--proxy" -> proxy = valueOf(word, arguments, ++i);
                case "--bind" -> bind = valueOf(word, arguments, ++i);
                case "--still" -> others.add(still(stamp));
                default -> others.add(setting(word));
            }
        }
        Path folder = data == null ? usualData(stamp) : Path.of(data);
        WebOptions web = new WebOptions(
                certificate == null ? null : Path.of(certificate), key == null ? null : Path.of(key), proxy, bind);
        return new ServeOptions(stamp, port == null ? null : portOf(port), folder, web, List.copyOf(others));
    }

    /** LIANXIN_DATA, else /var/lib/lianxin for root, else the user's own data folder; one for each stamp. */
    static Path usualData(Stamp stamp) {
        String asked = System.getenv("LIANXIN_DATA");
        if (asked != null && !asked.isBlank()) {
            return Path.of(asked);
        }
        String name = stamp.name().toLowerCase(java.util.Locale.ROOT);
        if ("root".equals(System.getProperty("user.name")) || Files.isWritable(Path.of("/var/lib/lianxin"))) {
            return Path.of("/var/lib/lianxin", name);
        }
        return Path.of(System.getProperty("user.home", "."), ".local", "share", "lianxin", name);
    }

    private static String still(Stamp stamp) {
        if (stamp != Stamp.DEMO) {
            throw new StartRefused("--still is for the demo city", "./lianxin help shows how it is written");
        }
        return "--lianxin.demo.still=true";
    }

    /** Settings of single parts are written {@code --part.name=value}; everything else is a slip. */
    private static String setting(String word) {
        if (!word.matches("--[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+=.*")) {
            throw new StartRefused("cannot make sense of " + word, "./lianxin help shows how it is written");
        }
        return word;
    }

    private static String valueOf(String option, List<String> arguments, int index) {
        if (index >= arguments.size()) {
            throw new StartRefused("no value after " + option, "./lianxin help shows how it is written");
        }
        return arguments.get(index);
    }

    private static int portOf(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartRefused("not a port: " + text, "give a number from 1 to 65535, or 0 for any free one");
    }
}
