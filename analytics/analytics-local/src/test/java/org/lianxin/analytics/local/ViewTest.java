package org.lianxin.analytics.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.Checksum;
import org.lianxin.analytics.api.Conservation;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.TraceFinding;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;
import org.lianxin.analytics.imports.CaseIndex;
import org.lianxin.analytics.local.chart.ViewServer;
import org.lianxin.analytics.local.chart.Words;

class ViewTest extends CommandLine {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private String cookie = "";
    private URI address = URI.create("");

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        importCase();
        run("trace", "--case", at("case"), "--seeds", at("data/victims.csv"), "--out", at("trace"));
        var engine = LocalEngine.open(temp.resolve("case"), clock());
        open.add(engine);
        serve(engine.trace(LastTrace.find(temp.resolve("case")).orElseThrow()));
    }

    private void serve(TraceFinding trace) throws IOException, InterruptedException {
        var index = CaseIndex.open(temp.resolve("case"));
        var server = ViewServer.start(index, trace, 0, () -> LocalEngine.checkInForce(index, clock()));
        open.addFirst(index);
        open.addFirst(server);
        address = server.address();
        var first = get(address.toString());
        assertThat(first.statusCode()).isEqualTo(303);
        cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        cookie = cookie.substring(0, cookie.indexOf(';'));
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @Test
    void showsLayersAndLeadsFromABandToItsRowsInTheFiles() throws IOException, InterruptedException {
        String page = page("/");
        assertThat(page)
                .contains("第 1 层", "第 3 层", "取现", "不表示账户持有人有违法行为", "测试〔2026〕1号")
                .doesNotContain("第 4 层");
        var band = Pattern.compile("href=\"(/rows\\?from=V[^\"]*)\"").matcher(page);
        assertThat(band.find()).isTrue();
        assertThat(page(band.group(1).replace("&amp;", "&")))
                .contains("R00000", "来源文件：行")
                .containsPattern("transfers\\.csv:\\d+");
    }

    @Test
    void showsAnAccountWithWhatItSharesAndFindsIt() throws IOException, InterruptedException {
        assertThat(page("/account?id=622800000000000")).contains("device:r0", "V0-0", "ip:172.16.0.0");
        assertThat(page("/accounts?q=62280000000")).contains("622800000002000").doesNotContain("V0-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/accounts?lang=en", "/rows?from=x&to=y", "/nothing", "/style.css", "/chart.svg"})
    void loadsNothingFromElsewhereAndRunsNoScript(String path) throws IOException, InterruptedException {
        var answer = get(at(address, path));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self';"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "<script", "javascript:", " style=", " onclick");
    }

    @Test
    void speaksBothLanguagesCompletely() throws IOException, InterruptedException {
        assertThat(words("zh").keySet()).isEqualTo(words("en").keySet()).hasSizeGreaterThan(50);
        assertThat(words("en").values())
                .noneMatch(text -> text.toString().matches("(?s).*[\\u4e00-\\u9fff].*") && !text.equals("中文"));
        assertThat(page("/?lang=en"))
                .contains("That says nothing about guilt", "Layer 1", "href=\"/?lang=zh&amp;per-layer=16");
    }

    @Test
    void saysRuleAndWindowInWords() throws IOException, InterruptedException {
        assertThat(page("/")).contains("资金去向：窗口内按金额分摊，窗口 24 小时").doesNotContain("WINDOWED", "PT24H");
        assertThat(page("/?lang=en")).contains("shared by amount within the window, window 24 hours");
        var zh = Words.of("zh");
        assertThat(List.of(zh.rule(TraceRule.FIFO), zh.rule(TraceRule.HAIRCUT))).containsExactly("先进先出", "按比例");
        assertThat(List.of("P7D", "PT36H30M", "PT90S", "PT0S"))
                .extracting(text -> zh.duration(Duration.parse(text)))
                .containsExactly("7 天", "36 小时 30 分", "1 分 30 秒", "0 秒");
    }

    @Test
    void colourAndMarkComeWithoutAKeyAndNothingElseDoes() throws IOException, InterruptedException {
        cookie = "";
        for (String path : List.of("/style.css", "/mark.svg", "/favicon.ico")) {
            assertThat(get(at(address, path)).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(get(at(address, "/nothing")).statusCode()).isEqualTo(403);
        assertThat(get(at(address, "/?theme=night")).body()).contains("data-theme=\"night\"", "/mark.svg");
    }

    @Test
    void stepsThroughTime() throws IOException, InterruptedException {
        assertThat(page("/?until=2020-01-01T00:00")).contains("这里没有交易");
        assertThat(get(at(address, "/?until=never")).statusCode()).isEqualTo(400);
        assertThat(get(at(address, "/?per-layer=100000")).statusCode()).isEqualTo(400);
    }

    @Test
    void isForNobodyWithoutTheKeyAndForNoOtherName() throws IOException, InterruptedException {
        String mine = cookie;
        cookie = "";
        assertThat(get(at(address, "/")).statusCode()).isEqualTo(403);
        cookie = "evidence-key=0123";
        assertThat(get(at(address, "/chart.svg")).statusCode()).isEqualTo(403);
        cookie = mine;
        assertThat(get(at(address, "/").replace("127.0.0.1", "localhost")).statusCode())
                .isEqualTo(403);
        var post = HttpRequest.newBuilder(URI.create(at(address, "/")))
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void goesDarkWhenTheAuthorityExpires() throws IOException, InterruptedException {
        now = Instant.parse("2027-01-01T00:00:00Z");
        var answer = get(at(address, "/account?id=622800000000000"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("授权已到期").doesNotContain("device:r0");
    }

    @Test
    void whatStandsInAFileIsNeverMarkup() throws IOException, InterruptedException {
        serve(wide(3, "<img src=x onerror=alert(1)>\"'"));
        assertThat(page("/")).contains("&lt;img").doesNotContain("<img");
        assertThat(page("/accounts?q=%3Cb%3E%22")).contains("value=\"&lt;b&gt;&quot;\"");
    }

    @Test
    void tenThousandAccountsStayUsable() throws IOException, InterruptedException {
        serve(wide(10_000, "A"));
        long started = System.nanoTime();
        String page = page("/");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(page.length()).isLessThan(100_000);
        assertThat(page).contains("其余 9,984 个账户", "/accounts?layer=1");
        assertThat(page("/rows?from=victim&to=%401")).contains("9,984 笔", "第 1 至 200 笔", "start=200");
        assertThat(page("/rows?from=victim&to=%401&start=9800")).contains("第 9,801 至 9,984 笔");
        assertThat(page("/accounts?layer=1&start=200")).contains("第 201 至 400 个，共 10,000 个");
    }

    /** One victim who pays to many. */
    private static TraceFinding wide(int accounts, String name) {
        var flows = new ArrayList<AccountFlow>();
        var edges = new ArrayList<FlowEdge>();
        var time = Instant.parse("2026-03-01T00:00:00Z");
        flows.add(new AccountFlow("victim", 0, null, 0, 0, 0, 0, 0, 0, 0, 1));
        for (int i = 0; i < accounts; i++) {
            String account = name + i;
            flows.add(new AccountFlow(account, 1, time, 100 + i, 100 + i, 0, 100 + i, 0, 0, 0, i + 2));
            edges.add(new FlowEdge("T" + i, "victim", account, time, 100 + i, 100 + i, 1));
        }
        long sum = edges.stream().mapToLong(FlowEdge::taintCents).sum();
        var spec =
                new TraceSpec(List.of(), time, time, TraceRule.FIFO, Duration.ofHours(1), 10, 1000, Direction.FORWARD);
        return new TraceFinding(
                spec, flows, edges, List.of(), new Conservation(sum, sum, 0, 0, 0), Checksum.of(flows, edges));
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream("words_" + language + ".properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    private String page(String path) throws IOException, InterruptedException {
        var answer = get(at(address, path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String at(URI address, String path) {
        return "http://127.0.0.1:" + address.getPort() + path;
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(uri)).header("Cookie", cookie);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
