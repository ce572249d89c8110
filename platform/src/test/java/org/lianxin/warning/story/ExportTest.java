package org.lianxin.warning.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianxin.warning.story.WorkingCity.STREET;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** P5: no bulk export by one person alone; what leaves is masked unless a purpose allows, and written down. */
@SpringBootTest(
        classes = Lianxin.class,
        properties = "lianxin.test=export",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ExportTest {

    private static final String NAME = "包𡐓兰";
    private static final String FEW = "/api/warning/export?view=centre&level=high&reason=%E6%99%A8%E4%BC%9A";

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    private WorkingCity city;

    @BeforeEach
    void aCity() {
        city = new WorkingCity(port, staffing, units);
    }

    private void warn(int count, String level, String name) {
        List<String> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            signals.add("""
                    {"sourceId":"%s","source":"省反诈中心","occurredAt":"%s","name":"%s","phone":"%s","scamType":"冒充公检法",
                     "level":"%s","address":"%s"}""".formatted(UUID.randomUUID(), Instant.now(), name, WorkingCity.freshPhone(), level, STREET));
        }
        WorkingCity.read(
                city.as("clerk").post("/api/warning/signals/batch", "[" + String.join(",", signals) + "]"), 200);
    }

    /** All texts of a workbook. */
    private static String texts(byte[] workbook) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("lianxin-export-", ".xlsx");
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    if (entry.getName().endsWith("sharedStrings.xml")
                            || entry.getName().contains("worksheets/")) {
                        text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Pattern.compile("&#x([0-9a-fA-F]+);")
                .matcher(text)
                .replaceAll(point -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(point.group(1), 16))))
                .replace("&apos;", "'");
    }

    private byte[] download(String account, String method, String path, int status) {
        Browser browser = city.as(account);
        HttpResponse<byte[]> answer = browser.download(browser.request(method, path, method.equals("GET") ? null : "{}")
                .header("X-Lianxin", "1")
                .build());
        assertThat(answer.statusCode())
                .as(URI.create(path) + " " + new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return answer.body();
    }

    @Test
    void upToFiftyPersonsAreTakenByOneForAReasonAndMasked() {
        warn(2, "high", NAME);
        assertThat(city.as("clerk").get("/api/warning/export?level=high").statusCode())
                .isEqualTo(422);
        assertThat(city.as("officer").get(FEW).statusCode()).isEqualTo(403);

        String masked = texts(download("clerk", "GET", FEW, 200));
        assertThat(masked).contains("包*兰").doesNotContain("𡐓").doesNotContain("1390475");

        String open = texts(download("clerk", "GET", FEW + "&unmasked=true", 200));
        assertThat(open).contains("1390475").contains(NAME);
        String far = texts(download("far", "GET", FEW, 200));
        assertThat(far).doesNotContain("包*兰");

        String log =
                city.get("privacy", "/api/audit/entries?action=warning.export").toString();
        assertThat(log).contains("晨会").contains("\"persons\":2").doesNotContain("包");
    }

    @Test
    void aCellNeverBecomesAFormula() {
        warn(1, "high", "=HYPERLINK(1)");
        String open = texts(download("clerk", "GET", FEW + "&unmasked=true", 200));
        assertThat(open).contains("'=HYPERLINK(1)").doesNotContain("<f>");
    }

    @Test
    void moreThanFiftyNeedASecondPersonAndAreTakenOnce() {
        warn(51, "low", "测试人");
        String list = "view=centre&level=low&reason=%E6%9C%88%E6%8A%A5";
        JsonNode alone = WorkingCity.read(city.as("clerk").get("/api/warning/export?" + list), 409);
        assertThat(alone.get("code").asString()).isEqualTo("warning.export-needs-second");
        assertThat(alone.get("persons").asInt()).isGreaterThan(50);

        JsonNode asked = WorkingCity.read(
                city.as("clerk").post("/api/warning/exports", "{\"level\":\"low\",\"reason\":\"月报\"}"), 201);
        String path = "/api/warning/exports/" + asked.get("id").asString();
        int persons = asked.get("persons").asInt();
        warn(3, "low", "后来的人");

        download("clerk", "POST", path + "/file", 409);
        assertThat(city.refused(403, "clerk", path + "/decision", "{\"grant\":true,\"reason\":\"自己\"}"))
                .isEqualTo("warning.export-own");
        assertThat(city.refused(404, "far", path + "/decision", "{\"grant\":true,\"reason\":\"别的县\"}"))
                .isEqualTo("shared.missing");
        assertThat(city.post("second", path + "/decision", "{\"grant\":true,\"reason\":\"同意\"}")
                        .get("state")
                        .asString())
                .isEqualTo("agreed");
        assertThat(city.refused(409, "second", path + "/decision", "{\"grant\":false,\"reason\":\"反悔\"}"))
                .isEqualTo("warning.export-decided");
        download("second", "POST", path + "/file", 404);

        String taken = texts(download("clerk", "POST", path + "/file", 200));

        assertThat(taken.split("<row ", -1).length - 2).isEqualTo(persons);
        assertThat(taken).doesNotContain("后来");
        download("clerk", "POST", path + "/file", 409);
        String log = city.get("privacy", "/api/audit/entries?action=warning.export.agreed")
                .toString();
        assertThat(log).contains("\"count\":" + persons);
    }

    @Test
    void whatWasRefusedIsNotTaken() {
        warn(1, "medium", "测试人");
        JsonNode asked = WorkingCity.read(
                city.as("clerk").post("/api/warning/exports", "{\"level\":\"medium\",\"reason\":\"抽查\"}"), 201);
        String path = "/api/warning/exports/" + asked.get("id").asString();
        city.post("second", path + "/decision", "{\"grant\":false,\"reason\":\"用途不明\"}");

        download("clerk", "POST", path + "/file", 409);
        JsonNode item = city.get("clerk", "/api/warning/exports").get("items").get(0);
        assertThat(item.get("state").asString()).isIn("refused", "asked", "agreed", "taken");
    }

    @Test
    void theLogStandsInTheOrderAskedForScreenByScreen() {
        warn(1, "high", NAME);
        for (int i = 0; i < 3; i++) {
            download("clerk", "GET", FEW, 200);
        }
        List<Long> latest = screens("");
        assertThat(latest).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(screens("at")).isEqualTo(latest.reversed());
    }

    private List<Long> screens(String order) {
        List<Long> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = city.get(
                    "privacy", "/api/audit/entries?action=warning.export&size=2&order=" + order + "&after=" + after);
            page.get("items").forEach(each -> all.add(each.get("seq").asLong()));
            after = page.get("next").asString("");
        } while (!after.isEmpty());
        return all;
    }
}
