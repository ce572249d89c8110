package org.lianxin.audit.web;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.UnitNames;
import org.lianxin.audit.store.EntryViews;
import org.lianxin.audit.store.EntryViews.EntryRow;
import org.lianxin.audit.store.EntryViews.HeadRow;
import org.lianxin.audit.store.EntryViews.Query;
import org.lianxin.audit.store.HeadKey;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Sorting;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log for those who watch over it; that they looked is noted like any other look. */
@RestController
class AuditController {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final Sorting NEWEST_FIRST = new Sorting("at", true);

    private final ScopedTransactions transactions;
    private final EntryViews views;
    private final HeadKey key;
    private final ObjectProvider<UnitNames> units;
    private final Subjects subjects;

    AuditController(
            ScopedTransactions transactions,
            EntryViews views,
            HeadKey key,
            ObjectProvider<UnitNames> units,
            Subjects subjects) {
        this.subjects = subjects;
        this.transactions = transactions;
        this.views = views;
        this.key = key;
        this.units = units;
    }

    record EntryView(
            long seq,
            Instant at,
            String name,
            @Nullable String staffNumber,
            @Nullable String post,
            String unitName,
            String action,
            @Nullable String purpose,
            @Nullable String subject,
            @Nullable String reason,
            int persons,
            List<String> fields,
            int count,
            String result,
            @Nullable String note) {}

    record HeadList(List<HeadRow> items) {}

    record LogState(
            long size,
            @Nullable String root,
            @Nullable Instant signedAt,
            String publicKey,
            long unsequenced,
            int massReadings) {}

    record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String staff,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String order,
            @Nullable String after,
            @Nullable Integer size) {}

    @GetMapping("/api/audit/entries")
    Slice<EntryView> entries(Viewer viewer, Asked asked) {
        Integer size = asked.size;
        String about = blankToNull(asked.subject);
        UUID subject = about == null ? null : idOf(about);
        Query query = new Query(
                asked.from,
                asked.to,
                blankToNull(asked.staff),
                blankToNull(asked.action),
                subject,
                Sorting.of(asked.order, Query.ORDERS, NEWEST_FIRST),
                cursor(asked.after),
                Math.clamp(size == null ? USUAL_SIZE : size, 1, LARGEST_SIZE));
        Purpose review = Purpose.of("audit.review", new SubjectRef("audit", viewer.staffId()));
        Slice<EntryRow> rows = transactions.runFor(viewer, review, () -> views.list(query));
        return new Slice<>(rows.items().stream().map(this::view).toList(), rows.next());
    }

    @GetMapping("/api/audit/heads")
    HeadList heads(Viewer viewer) {
        return new HeadList(transactions.run(viewer, views::heads));
    }

    @GetMapping("/api/audit/state")
    LogState state(Viewer viewer) {
        return transactions.run(viewer, () -> {
            List<HeadRow> heads = views.heads();
            HeadRow last = heads.isEmpty() ? null : heads.getFirst();
            return new LogState(
                    last == null ? 0 : last.size(),
                    last == null ? null : last.root(),
                    last == null ? null : last.signedAt(),
                    HexFormat.of().formatHex(key.publicKey()),
                    views.unsequenced(),
                    views.massReadings());
        });
    }

    private EntryView view(EntryRow row) {
        UnitNames names = units.getIfAvailable();
        return new EntryView(
                row.seq(),
                row.at(),
                row.name(),
                row.staffNumber(),
                row.post(),
                row.unitId() == null || names == null ? "" : names.nameOf(row.unitId()),
                row.action(),
                row.purpose(),
                row.subject(),
                row.reason(),
                row.persons(),
                row.fields(),
                row.count(),
                row.result(),
                row.note());
    }

    private UUID idOf(String subject) {
        return subjects.find(subject)
                .orElseThrow(() -> Refused.of(422, "audit.unknown-subject"))
                .id();
    }

    private static @Nullable Long cursor(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw Refused.of(422, "shared.invalid", "after");
        }
        return Long.valueOf(after);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
