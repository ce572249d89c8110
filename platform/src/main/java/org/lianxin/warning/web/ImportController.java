package org.lianxin.warning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Units;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.bulk.CodeCount;
import org.lianxin.warning.bulk.ImportRow;
import org.lianxin.warning.bulk.Imports;
import org.lianxin.warning.web.ImportViews.ImportView;
import org.lianxin.warning.web.ImportViews.RejectView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of signals: upload and dry run, then confirm, cancel or undo; rejects cell by cell. */
@RestController
@RequestMapping("/api/warning/imports")
class ImportController {

    private static final SystemJob MACHINE = new SystemJob("warning.import.client", false);

    private final ScopedTransactions transactions;
    private final Imports imports;
    private final Senders senders;
    private final AuditLog audit;
    private final Units units;

    ImportController(ScopedTransactions transactions, Imports imports, Senders senders, AuditLog audit, Units units) {
        this.transactions = transactions;
        this.imports = imports;
        this.senders = senders;
        this.audit = audit;
        this.units = units;
    }

    record Started(String id) {}

    private enum Act {
        CONFIRM("warning.import.confirmed"),
        CANCEL("warning.import.cancelled"),
        UNDO("warning.import.undone");

        private final String deed;

        Act(String deed) {
            this.deed = deed;
        }
    }

    record RejectsView(List<RejectView> items, @Nullable String next, List<CodeCount> codes) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started upload(@Nullable Viewer viewer, @Nullable ClientApp client, HttpServletRequest request) throws IOException {
        FormFile file = FormFile.of(request);
        return start(viewer, client, file.name(), file.content());
    }

    @PostMapping(consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started uploadRaw(
            @Nullable Viewer viewer,
            @Nullable ClientApp client,
            @RequestHeader(value = "X-File-Name", defaultValue = "") String name,
            InputStream body) {
        return start(viewer, client, decoded(name), body);
    }

    private Started start(@Nullable Viewer viewer, @Nullable ClientApp client, String name, InputStream in) {
        UUID staff = viewer == null ? null : viewer.staffId();
        return new Started(imports.upload(senders.of(viewer, client, null), staff, name, in)
                .toString());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    @GetMapping
    Slice<ImportView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int size) {
        Slice<ImportRow> rows = transactions.run(viewer, () -> imports.list(order, after, Math.clamp(size, 1, 200)));
        return new Slice<>(rows.items().stream().map(this::view).toList(), rows.next());
    }

    @GetMapping("/{id}")
    ImportView get(@Nullable Viewer viewer, @Nullable ClientApp client, @PathVariable UUID id) {
        return within(viewer, client, () -> view(find(client, id)));
    }

    @GetMapping("/{id}/rejects")
    RejectsView listRejects(
            @Nullable Viewer viewer,
            @Nullable ClientApp client,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "50") int size) {
        if (after != null && !after.matches("[0-9]{1,9}\\.[0-9]{1,9}")) {
            throw Refused.of(400, "shared.invalid", "after");
        }
        return within(viewer, client, () -> {
            find(client, id);
            var page = imports.listRejects(id, after, code, Math.clamp(size, 1, 200));
            return new RejectsView(
                    page.items().stream().map(RejectView::of).toList(), page.next(), imports.listCodes(id));
        });
    }

    @PostMapping("/{id}/confirm")
    ImportView confirm(@Nullable Viewer viewer, @Nullable ClientApp client, @PathVariable UUID id) {
        return act(viewer, client, id, Act.CONFIRM);
    }

    @PostMapping("/{id}/cancel")
    ImportView cancel(@Nullable Viewer viewer, @Nullable ClientApp client, @PathVariable UUID id) {
        return act(viewer, client, id, Act.CANCEL);
    }

    @PostMapping("/{id}/undo")
    ImportView undo(@Nullable Viewer viewer, @Nullable ClientApp client, @PathVariable UUID id) {
        return act(viewer, client, id, Act.UNDO);
    }

    /** Goes into the log with the name of whoever did it. */
    private ImportView act(@Nullable Viewer viewer, @Nullable ClientApp client, UUID id, Act act) {
        ImportView view = within(viewer, client, () -> {
            ImportRow row = find(client, id);
            switch (act) {
                case CONFIRM -> imports.confirm(id);
                case CANCEL -> imports.cancel(id);
                case UNDO -> imports.undo(id);
            }
            String note = client == null ? row.number() : row.number() + ", " + client.name();
            audit.deed(new AuditLog.Deed(act.deed, new SubjectRef("warning", id), row.rows(), "done", note));
            return view(find(client, id));
        });
        imports.wake();
        return view;
    }

    /** With the name of whoever brought it, where that was a person. */
    private ImportView view(ImportRow row) {
        String madeBy = Optional.ofNullable(row.staffId())
                .flatMap(units::findStaff)
                .map(Units.StaffRef::name)
                .orElse(row.madeBy());
        return ImportViews.view(row, madeBy);
    }

    private ImportRow find(@Nullable ClientApp client, UUID id) {
        ImportRow row = imports.find(id).orElseThrow(Refused::missing);
        if (client != null && !row.isOf(null, client.name())) {
            throw Refused.missing();
        }
        return row;
    }

    private <T> T within(@Nullable Viewer viewer, @Nullable ClientApp client, Supplier<T> work) {
        if (viewer != null) {
            return transactions.run(viewer, work);
        }
        if (client == null) {
            throw Refused.of(401, "shared.unauthenticated");
        }
        return transactions.runAs(MACHINE, work);
    }
}
