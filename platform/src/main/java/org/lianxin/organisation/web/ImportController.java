package org.lianxin.organisation.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.feed.RosterTemplate;
import org.lianxin.organisation.feed.RosterWorkbook;
import org.lianxin.organisation.feed.RosterWorkbook.Reject;
import org.lianxin.organisation.feed.UnfoldedSize;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Units and people from a workbook: first what would happen, then what did. */
@RestController
class ImportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String REASON = "organisation.reject.";
    private static final long LARGEST_BYTES = 20_000_000;

    private final RosterRun run;

    ImportController(RosterRun run) {
        this.run = run;
    }

    record ImportResult(boolean dryRun, int rows, int accepted, int rejected, List<RejectView> rejects) {}

    record RejectView(String sheet, int row, String column, String code, String message) {
        static RejectView of(Reject reject) {
            return new RejectView(
                    reject.sheet(),
                    reject.row(),
                    reject.column(),
                    reject.code(),
                    Words.say(REASON + reject.code(), reject.column()));
        }
    }

    @GetMapping("/api/organisation/import/template")
    ResponseEntity<byte[]> template() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            RosterTemplate.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("units-and-staff.xlsx")
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    @PostMapping(path = "/api/organisation/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportResult run(
            Viewer viewer,
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "true") boolean dryRun) {
        RosterWorkbook workbook = read(Fields.given(file, "file"));
        if (!workbook.hasSheets()) {
            throw Refused.of(422, "organisation.workbook-sheets");
        }
        if (workbook.isCut()) {
            throw Refused.of(413, "organisation.workbook-large");
        }
        RosterRun.Result result = run.run(viewer, workbook, dryRun);
        return new ImportResult(
                dryRun,
                workbook.rows(),
                result.accepted(),
                result.rejects().size(),
                result.rejects().stream().map(RejectView::of).toList());
    }

    private static RosterWorkbook read(MultipartFile file) {
        if (file.getSize() > LARGEST_BYTES) {
            throw Refused.of(413, "organisation.workbook-large");
        }
        try {
            byte[] bytes = file.getBytes();
            if (!UnfoldedSize.isBearable(bytes)) {
                throw Refused.of(413, "organisation.workbook-large");
            }
            return RosterWorkbook.read(new ByteArrayInputStream(bytes));
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.of(422, "organisation.workbook-broken");
        }
    }
}
