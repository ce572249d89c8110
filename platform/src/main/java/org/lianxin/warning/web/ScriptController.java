package org.lianxin.warning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Idempotency;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.script.ScriptVersions;
import org.lianxin.warning.script.ScriptVersions.InUse;
import org.lianxin.warning.script.ScriptVersions.Version;
import org.lianxin.warning.web.ScriptViews.PreviewView;
import org.lianxin.warning.web.ScriptViews.SpokenView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said, by scam type: read by whoever speaks to people, changed by the keeper of the rules. */
@RestController
@RequestMapping("/api/warning/scripts")
class ScriptController {

    private final ScriptVersions scripts;
    private final Idempotency idempotency;

    ScriptController(ScriptVersions scripts, Idempotency idempotency) {
        this.scripts = scripts;
        this.idempotency = idempotency;
    }

    record Types(List<InUse> items) {}

    record Versions(List<Version> items) {}

    record PreviewRequest(@Nullable String content) {}

    /** @param base the version that the text was made from */
    record DraftRequest(int base, @Nullable String content) {}

    record LiveRequest(@Nullable String reason) {}

    @GetMapping
    Types list(Viewer viewer) {
        return new Types(scripts.list(viewer));
    }

    @GetMapping("/{scamType}")
    SpokenView inUse(Viewer viewer, @PathVariable("scamType") String scamType) {
        return ScriptViews.spoken(scripts.inUse(viewer, scamType));
    }

    @GetMapping("/{scamType}/versions")
    Versions versions(Viewer viewer, @PathVariable("scamType") String scamType) {
        return new Versions(scripts.versions(viewer, scamType));
    }

    @PostMapping("/preview")
    PreviewView preview(@RequestBody PreviewRequest request) {
        return ScriptViews.preview(scripts.preview(given(request.content(), "content")));
    }

    @PostMapping("/{scamType}/versions")
    Version draft(Viewer viewer, @PathVariable("scamType") String scamType, @RequestBody DraftRequest request) {
        String content = given(request.content(), "content");
        String command = scamType + " draft " + request.base() + " " + content.hashCode();
        return idempotency.once(
                viewer, command, Version.class, () -> scripts.draft(viewer, scamType, request.base(), content));
    }

    @PostMapping("/{scamType}/versions/{version}/live")
    Version goLive(
            Viewer viewer,
            @PathVariable("scamType") String scamType,
            @PathVariable("version") int version,
            @RequestBody LiveRequest request) {
        String reason = request.reason() == null ? "" : request.reason();
        String command = scamType + " live " + version;
        return idempotency.once(
                viewer, command, Version.class, () -> scripts.goLive(viewer, scamType, version, reason));
    }

    private static String given(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw Refused.of(400, "shared.invalid", field);
        }
        return text;
    }
}
