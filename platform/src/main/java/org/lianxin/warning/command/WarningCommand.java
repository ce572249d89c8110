package org.lianxin.warning.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Installation;
import org.lianxin.shared.Misused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code warning import}: sends a file, waits for the dry run, confirms it unless told not to, and prints what became of the rows.
 * {@code warning classify} and {@code warning train} are {@link ScamCommand}'s.
 */
public final class WarningCommand implements Command {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String USAGE = """
            ./lianxin warning import FILE [--dry-run] --url URL --token T [--ca CERTIFICATE] [--json]
              sends a workbook of warnings to a running service 导入预警表格
              --ca: the certificate to trust 信任的证书; ./lianxin run makes its own, secrets/local-tls.crt in its data folder
              exit status 0 all rows taken, 1 some were rejected, 2 it did not come so far""";

    /** What was asked on the command line. */
    private record Asked(
            Path file,
            boolean dryRun,
            boolean json,
            String url,
            String token,
            @Nullable Path ca) {}

    @Override
    public String name() {
        return "warning";
    }

    @Override
    public String usage() {
        return USAGE + "\n" + ScamCommand.USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (ScamCommand.knows(arguments)) {
            return ScamCommand.run(arguments, out, err);
        }
        Asked asked = parse(arguments);
        if (!Files.isReadable(asked.file())) {
            err.println("no such file 找不到文件: " + asked.file());
            return 2;
        }
        try {
            return importFile(asked, out, err);
        } catch (ImportClient.Answered e) {
            if (asked.json()) {
                out.println(JSON.writeValueAsString(unread(e)));
            }
            err.println(e.getMessage());
            return 2;
        } catch (SSLException e) {
            err.println(notTrusted(asked));
            return 2;
        } catch (IOException | JacksonException e) {
            err.println("cannot reach " + asked.url() + " (" + e.getMessage()
                    + "): is it the address of a running service?");
            err.println("连不上，请检查地址和服务是否在运行。");
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    /** Two lines: what is wrong, and where the certificate may lie. */
    private static String notTrusted(Asked asked) {
        String what = "the certificate of " + asked.url() + " is not trusted here; name it with --ca FILE";
        return what + "\n这台机器不信任该服务的证书，请用 --ca 指明证书文件: " + ownCertificate(asked.url());
    }

    private static String ownCertificate(String url) {
        if (url.matches("https://(localhost|127\\.0\\.0\\.1)([:/].*)?")) {
            try {
                Path own = Installation.of(List.of()).ownCertificate();
                if (Files.exists(own)) {
                    return "--ca " + own;
                }
            } catch (RuntimeException e) {
                // No installation here, or several: the folder is named as it is called everywhere.
                return "--ca DATA/secrets/local-tls.crt";
            }
        }
        return "--ca DATA/secrets/local-tls.crt";
    }

    private static Asked parse(List<String> arguments) {
        Arguments asked = Arguments.of(arguments, Set.of("--url", "--token", "--ca"), Set.of("--dry-run", "--json"), 2);
        if (asked.words().size() != 2 || !asked.words().getFirst().equals("import")) {
            throw new Misused("warning import needs one file 请给出一个文件");
        }
        String url = asked.get("--url");
        if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
            throw new Misused("--url begins with http:// or https:// 网址以 http:// 或 https:// 开头: " + url);
        }
        return new Asked(
                Path.of(asked.words().get(1)),
                asked.has("--dry-run"),
                asked.has("--json"),
                url,
                asked.get("--token"),
                asked.find("--ca").map(Path::of).orElse(null));
    }

    private static int importFile(Asked asked, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        ImportClient client = new ImportClient(asked.url(), asked.token(), asked.ca(), RETRY_AFTER);
        String id = client.upload(asked.file());
        JsonNode done = client.await(id, "dry-run-done", progress(err, "dry run 试读"));
        if (asked.dryRun()) {
            client.act(id, "cancel");
        } else {
            client.act(id, "confirm");
            done = client.await(id, "done", progress(err, "writing 写入"));
        }
        ObjectNode result = result(done, client.rejects(id));
        if (asked.json()) {
            out.println(JSON.writeValueAsString(result));
        } else {
            print(result, asked.dryRun(), out);
        }
        return result.get("rejected").asInt() > 0 ? 1 : 0;
    }

    /** Nothing was read: the same fields, and why. */
    private static ObjectNode unread(ImportClient.Answered answer) {
        ObjectNode result = result(JSON.createObjectNode(), List.of());
        result.put("message", answer.getMessage());
        return result;
    }

    private static ImportClient.Progress progress(PrintStream err, String word) {
        return (processed, rows, perSecond) ->
                err.println(word + " " + processed + (rows > 0 ? "/" + rows : "") + " 行 rows，每秒 a second " + perSecond);
    }

    private static ObjectNode result(JsonNode done, List<JsonNode> rejects) {
        ObjectNode result = JSON.createObjectNode();
        for (String name : List.of("rows", "accepted", "merged", "history", "rejected")) {
            result.put(name, done.path(name).asInt());
        }
        ArrayNode all = result.putArray("rejects");
        for (JsonNode reject : rejects) {
            all.addObject()
                    .put("row", reject.path("row").asInt())
                    .put("column", reject.path("column").asString())
                    .put("code", reject.path("code").asString())
                    .put("message", reject.path("message").asString());
        }
        return result;
    }

    private static void print(ObjectNode result, boolean dryRun, PrintStream out) {
        out.println((dryRun ? "试读完成，没有写入 dry run, nothing written：" : "导入完成 imported：")
                + "共 " + result.get("rows") + " 行 rows，新受理 accepted " + result.get("accepted") + "，并入 merged "
                + result.get("merged") + "，历史 history " + result.get("history") + "，未收 rejected "
                + result.get("rejected"));
        for (JsonNode reject : result.get("rejects")) {
            out.println("  第 " + reject.get("row") + " 行 row "
                    + reject.get("column").asString() + "："
                    + reject.get("message").asString());
        }
    }
}
