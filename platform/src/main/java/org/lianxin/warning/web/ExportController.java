package org.lianxin.warning.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Action;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.episode.EpisodeLists.Query;
import org.lianxin.warning.export.Export;
import org.lianxin.warning.export.Exports;
import org.lianxin.warning.web.EpisodeController.Filter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A list as a workbook. More than fifty persons are asked for, agreed to by somebody else, and taken once. */
@RestController
@RequestMapping("/api/warning")
class ExportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int PAGE = 200;

    private final Exports exports;
    private final Clock clock;

    ExportController(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    /** The filters of the list, and what for. */
    record ExportRequest(
            @Nullable String view,
            @Nullable String county,
            @Nullable String scamType,
            @Nullable String level,
            @Nullable String state,
            @Nullable String q,
            @Nullable Boolean unmasked,
            @Nullable String reason) {}

    record DecisionRequest(
            @Nullable Boolean grant, @Nullable String reason) {}

    record ExportView(
            String id,
            String madeBy,
            Instant madeAt,
            String reason,
            boolean unmasked,
            int persons,
            String state,
            @Nullable String decidedBy,
            @Nullable String decidedWhy,
            List<Action> actions) {}

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            Viewer viewer,
            @RequestParam(defaultValue = "centre") String view,
            Filter filter,
            @RequestParam(defaultValue = "false") boolean unmasked,
            @RequestParam(required = false) @Nullable String reason) {
        return file(exports.takeAlone(viewer, new Exports.Asked(query(view, filter), unmasked, said(reason))));
    }

    @PostMapping("/exports")
    ResponseEntity<ExportView> ask(Viewer viewer, @RequestBody ExportRequest asked) {
        Filter filter = new Filter(asked.county(), asked.scamType(), asked.level(), asked.state(), asked.q());
        String view = asked.view() == null ? "centre" : asked.view();
        Export export = exports.ask(
                viewer,
                new Exports.Asked(query(view, filter), Boolean.TRUE.equals(asked.unmasked()), said(asked.reason())));
        return ResponseEntity.status(201).body(view(viewer, export));
    }

    @GetMapping("/exports")
    Slice<ExportView> list(Viewer viewer) {
        return new Slice<>(
                exports.list(viewer).stream().map(each -> view(viewer, each)).toList(), null);
    }

    @PostMapping("/exports/{id}/decision")
    ExportView decide(Viewer viewer, @PathVariable UUID id, @RequestBody DecisionRequest asked) {
        Boolean grant = asked.grant();
        if (grant == null) {
            throw Refused.of(422, "shared.invalid", "grant");
        }
        return view(viewer, exports.decide(viewer, id, grant, said(asked.reason())));
    }

    @PostMapping("/exports/{id}/file")
    ResponseEntity<byte[]> take(Viewer viewer, @PathVariable UUID id) {
        return file(exports.take(viewer, id));
    }

    private static Query query(String view, Filter filter) {
        return new Query(
                view,
                EpisodeController.blankless(filter.county()),
                EpisodeController.blankless(filter.scamType()),
                EpisodeController.blankless(filter.level()),
                EpisodeController.blankless(filter.state()),
                EpisodeController.blankless(filter.q()),
                null,
                PAGE);
    }

    private static String said(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || text.indexOf('\u0000') >= 0) {
            throw Refused.of(422, "warning.export-reason");
        }
        return text;
    }

    private ResponseEntity<byte[]> file(byte[] workbook) {
        String name = Words.say("warning.export.sheet") + "-" + STAMP.format(clock.instant()) + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .body(workbook);
    }

    private static ExportView view(Viewer viewer, Export export) {
        boolean own = export.staffId().equals(viewer.staffId());
        List<Action> actions = new ArrayList<>();
        actions.add(action("decide", !own && export.state().equals("asked"), own ? "own" : export.state()));
        actions.add(action("take", own && export.state().equals("agreed"), own ? export.state() : "others"));
        return new ExportView(
                export.id().toString(),
                export.madeBy(),
                export.madeAt(),
                export.reason(),
                export.unmasked(),
                export.episodes().size(),
                export.state(),
                export.decidedBy(),
                export.decidedWhy(),
                actions);
    }

    private static Action action(String name, boolean open, String why) {
        String key = "warning.closed-export." + why;
        return open ? Action.open(name) : Action.closed(name, Words.say(key));
    }
}
