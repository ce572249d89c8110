package org.lianxin.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RosterImportTest {

    private static final List<String> UNITS = List.of("编码", "名称", "上级编码", "级别");
    private static final List<String> STAFF = List.of("工号", "姓名", "账号", "单位编码", "职务", "角色", "数据范围");

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @Test
    void theDryRunPromisesExactlyWhatTheWriteKeeps() {
        byte[] file = workbook(
                List.of(
                        List.of("150502-c", "新城派出所", "150502", "所队"),
                        List.of("150502-c", "新城派出所", "150502", "所队"),
                        List.of("150581-mz", "莫斯台派出所", "150502", "所队"),
                        List.of("150581-q", "越界派出所", "150581", "所队")),
                List.of(
                        List.of("0950", "新来的", "fresh1", "150502-c", "民警", "上门民警", "本人"),
                        List.of("0950", "又来的", "fresh2", "150502-c", "民警", "上门民警", "本人"),
                        List.of("0951", "同名账号", "clerk", "150502-c", "民警", "上门民警", "本人"),
                        List.of("0002", "别处的人", "fresh3", "150502-c", "民警", "上门民警", "本人"),
                        List.of("0010", "周宁", "elsewhere", "150502", "管理员", "预警劝阻员", "本单位及下级"),
                        List.of("0952", "管规则的", "fresh4", "150502-c", "规则", "规则管理员", "本单位"),
                        List.of("0953", "看全部的", "fresh5", "150502-c", "民警", "上门民警", "全部")));
        Browser elsewhere = Browser.signedIn(address(), "elsewhere", Tongliao.PASSWORD);

        HttpResponse<String> dry = send(elsewhere, file, true);
        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(units.findByCode("150502-c")).isEmpty();
        HttpResponse<String> done = send(elsewhere, file, false);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body().replace("\"dryRun\":false", "\"dryRun\":true")).isEqualTo(dry.body());
        assertThat(done.body()).contains("\"rows\":11,\"accepted\":2,\"rejected\":9");
        assertThat(done.body()).contains("\"code\":\"twice\"", "\"code\":\"elsewhere\"", "\"code\":\"parent\"");
        assertThat(done.body()).contains("\"code\":\"not-yours\"", "\"code\":\"role\"", "\"code\":\"scope\"");
        assertThat(units.findByCode("150502-c")).isPresent();
        assertThat(Browser.signedIn(address(), "elsewhere", Tongliao.PASSWORD)
                        .get("/api/organisation/me")
                        .body())
                .contains("\"roles\":[\"ADMINISTRATOR\"]");
    }

    @Test
    void aWorkbookWithOtherSheetsIsToldSo() {
        Browser admin = Browser.signedIn(address(), "admin", Tongliao.PASSWORD).inEnglish();
        HttpResponse<String> answer = send(admin, sheets("Sheet1", "Sheet2", List.of(), List.of()), true);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("organisation.workbook-sheets", "keep its sheet names");
    }

    @Test
    void aWorkbookThatUnfoldsWithoutEndIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] spaces = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        }
        Browser admin = Browser.signedIn(address(), "admin", Tongliao.PASSWORD);
        assertThat(send(admin, bomb.toByteArray(), true).statusCode()).isEqualTo(413);
        assertThat(send(admin, "no workbook".getBytes(StandardCharsets.UTF_8), true)
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> send(Browser browser, byte[] file, boolean dryRun) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.xlsx\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(file);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return browser.send(browser.request("POST", "/api/organisation/import?dryRun=" + dryRun, null)
                .header("X-Lianxin", "1")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] workbook(List<List<String>> units, List<List<String>> staff) {
        return sheets("单位", "人员", units, staff);
    }

    private static byte[] sheets(String first, String second, List<List<String>> units, List<List<String>> staff) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            fill(workbook.newWorksheet(first), UNITS, units);
            fill(workbook.newWorksheet(second), STAFF, staff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void fill(Worksheet sheet, List<String> headers, List<List<String>> rows) {
        for (int column = 0; column < headers.size(); column++) {
            sheet.value(0, column, headers.get(column));
            for (int row = 0; row < rows.size(); row++) {
                sheet.value(row + 1, column, rows.get(row).get(column));
            }
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
