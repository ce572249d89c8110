package org.lianxin.warning.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.warning.classify.ScamClassifier;
import org.lianxin.warning.classify.ScamTraining;

/** {@code warning classify} and {@code warning train}; need neither a database nor a running service. */
final class ScamCommand {

    static final String USAGE = """
            用法: lianxin warning classify --in F.jsonl --out F.jsonl
                  lianxin warning train [--data DIR] [--out DIR]
            classify reads one {"id":…,"text":"…"} a line and writes one
            {"id":…,"type":"刷单返利"|…|"none","confidence":0.93,"because":["…"]} a line.
            train makes the model again from the texts in the repository and prints its figures.""";

    private static final String DATA = "platform/training/scam";
    private static final String MODEL = "platform/src/main/resources/warning/classify";

    private ScamCommand() {}

    static boolean knows(List<String> arguments) {
        return !arguments.isEmpty() && List.of("classify", "train").contains(arguments.getFirst());
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        try {
            return arguments.getFirst().equals("train") ? train(options, out, err) : classify(options, err);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException e) {
            err.println("warning " + arguments.getFirst() + " failed: " + e);
            return 2;
        }
    }

    private static int classify(Map<String, String> options, PrintStream err) throws IOException {
        Path in = Path.of(option(options, "--in"));
        Path target = Path.of(option(options, "--out"));
        if (!Files.isRegularFile(in)) {
            throw new IllegalArgumentException("找不到文件: " + in);
        }
        if (Files.exists(target) && Files.isSameFile(in, target)) {
            throw new IllegalArgumentException("--in and --out are the same file");
        }
        ScamClassifier classifier = ScamClassifier.load();
        long started = System.nanoTime();
        ClassifyFile.Report report = new ClassifyFile(classifier, err).run(in, target);
        double seconds = (System.nanoTime() - started) / 1e9;
        err.printf(
                "classified %d texts, %d bad lines, %.1f s, %.0f texts a second%n",
                report.classified(), report.bad(), seconds, report.classified() / Math.max(seconds, 1e-3));
        return report.bad() == 0 ? 0 : 1;
    }

    private static int train(Map<String, String> options, PrintStream out, PrintStream err) throws IOException {
        Path home = Path.of(System.getProperty("lianxin.home", "."));
        Path data = options.containsKey("--data") ? Path.of(option(options, "--data")) : home.resolve(DATA);
        Path target = options.containsKey("--out") ? Path.of(option(options, "--out")) : home.resolve(MODEL);
        if (!Files.isDirectory(data.resolve("train")) || !Files.isDirectory(data.resolve("held-out"))) {
            throw new IllegalArgumentException("no train and held-out in " + data);
        }
        Files.createDirectories(target);
        out.print(ScamTraining.of(data).writeTo(target));
        err.println("wrote model.tsv and figures.md to " + target);
        return 0;
    }

    private static String option(Map<String, String> options, String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }
}
