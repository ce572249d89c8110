package org.lianxin.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./lianxin demo}, {@code run} and {@code bench} were asked for.
 *
 * @param port of the web server (of the first one, where there are several), or none for the usual one
 * @param web how a production instance is reached
 * @param others options handed on to Spring
 */
record ServeOptions(
        Stamp stamp, @Nullable Integer port, Path data, NodeOptions nodes, WebOptions web, List<String> others) {

    /** Starts, answers a few requests and stops: fills the start cache of the JDK during the build. */
    static final String TRAIN = "train";

    private static final Map<String, Stamp> WORDS =
            Map.of("demo", Stamp.DEMO, "run", Stamp.PRODUCTION, "serve-bench", Stamp.BENCH, TRAIN, Stamp.BENCH);

    private static final Set<String> WITH_VALUE = Set.of(
            "--port", "--data", "--certificate", "--key", "--proxy", "--bind", NodeOptions.NODES, NodeOptions.JOIN);

    static final String USAGE = """
            ./lianxin demo [--port N] [--data DIR] [--still] [--nodes K]
              the demo city on its own PostgreSQL, this machine only; --still: no simulated colleagues at work 演示城市
              --nodes K: K service processes on one database, on the ports N, N+1 … 多个服务节点
            ./lianxin demo --join K --port N --data DIR
              one more node, the K-th, of the demo city that runs on that folder 加入一个节点
            ./lianxin run [--port N] [--data DIR] [--certificate FILE --key FILE | --proxy ADDRESS [--bind ADDRESS]]
              production: safe settings or no start; HTTPS by a certificate, a local one where none is given, or a proxy 正式运行""";

    static ServeOptions of(List<String> arguments) {
        if (arguments.isEmpty() || !WORDS.containsKey(arguments.getFirst())) {
            throw new StartRefused(
                    arguments.isEmpty() ? "no command given" : "there is no command " + arguments.getFirst(),
                    "./lianxin help lists the commands");
        }
        Stamp stamp = Objects.requireNonNull(WORDS.get(arguments.getFirst()));
        Map<String, String> given = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (WITH_VALUE.contains(word)) {
                given.put(word, valueOf(word, arguments, ++i));
            } else {
                others.add(word.equals("--still") ? still(stamp) : setting(word));
            }
        }
        String port = given.get("--port");
        String data = given.get("--data");
        return new ServeOptions(
                stamp,
                port == null ? null : portOf(port),
                data == null ? usualData(stamp) : Path.of(data),
                NodeOptions.of(stamp, given),
                web(given),
                List.copyOf(others));
    }

    private static WebOptions web(Map<String, String> given) {
        String certificate = given.get("--certificate");
        String key = given.get("--key");
        return new WebOptions(
                certificate == null ? null : Path.of(certificate),
                key == null ? null : Path.of(key),
                given.get("--proxy"),
                given.get("--bind"));
    }

    /** The word that starts an instance with this stamp. */
    String word() {
        return stamp == Stamp.DEMO ? "demo" : stamp == Stamp.BENCH ? "serve-bench" : "run";
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
