package org.lianxin.warning.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.bulk.ImportRow;
import org.lianxin.warning.bulk.Imports;
import org.lianxin.warning.file.Mark;
import org.lianxin.warning.file.MarkedWorkbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives people their own file back with the bad cells marked; to nobody else, for it holds what they had already. */
@RestController
class WorkbookController {

    private static final SystemJob JOB = new SystemJob("warning.workbook", false);

    private final ScopedTransactions transactions;
    private final Imports imports;
    private final AuditLog audit;

    WorkbookController(ScopedTransactions transactions, Imports imports, AuditLog audit) {
        this.transactions = transactions;
        this.imports = imports;
        this.audit = audit;
    }

    @GetMapping("/api/warning/imports/{id}/workbook")
    ResponseEntity<StreamingResponseBody> workbook(
            @Nullable Viewer viewer, @Nullable ClientApp client, @PathVariable UUID id) {
        ImportRow row = viewer == null
                ? transactions.runAs(JOB, () -> own(null, client == null ? "" : client.name(), id))
                : transactions.run(viewer, () -> own(viewer.staffId(), viewer.staffNumber(), id));
        byte[] file = imports.loadFile(row);
        if (file.length == 0) {
            throw Refused.of(410, "warning.file-gone");
        }
        List<Mark> marks = transactions.runAs(JOB, () -> imports.listAllRejects(id)).stream()
                .map(each -> Mark.of(each.row(), each.letter(), ProblemWords.say(each.code(), each.arguments())))
                .toList();
        String sheet = row.sheet() == null ? "" : row.sheet();
        StreamingResponseBody body = out -> {
            try {
                MarkedWorkbook.write(file, sheet, marks, out);
            } catch (IOException e) {
                throw new IOException("the marked copy broke off", e);
            }
        };
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(row.fileName()))
                .header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(body);
    }

    /** A colleague's import is there to be seen, its file is not; a machine sees its own alone. */
    private ImportRow own(@Nullable UUID staff, String name, UUID id) {
        ImportRow row = imports.find(id).orElseThrow(Refused::missing);
        if (!row.isOf(staff, name)) {
            throw staff == null ? Refused.missing() : Refused.of(403, "warning.workbook-not-yours");
        }
        audit.deed(new AuditLog.Deed("warning.workbook", new SubjectRef("warning", id), row.rows(), "done", null));
        return row;
    }

    private static String disposition(String fileName) {
        String stem = fileName.replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        return ContentDisposition.attachment()
                .filename(stem + "-已标注.xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
