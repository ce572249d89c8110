package org.lianxin.warning.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.rules.RuleTrial;
import org.lianxin.warning.rules.RuleVersionView;
import org.lianxin.warning.rules.RuleVersions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions of the triage rules: read by everybody who works with ranks, changed by the keeper of the rules. */
@RestController
@RequestMapping("/api/warning/rules")
class RuleController {

    private final RuleVersions versions;

    RuleController(RuleVersions versions) {
        this.versions = versions;
    }

    record Versions(List<RuleVersionView> items) {}

    record Draft(@Nullable List<DraftRule> rules) {}

    record DraftRule(@Nullable String id, @Nullable Map<String, Integer> parameters) {}

    record Trial(int days) {}

    @GetMapping
    Versions list(Viewer viewer) {
        return new Versions(versions.list(viewer));
    }

    @PostMapping
    RuleVersionView draft(Viewer viewer, @RequestBody Draft draft) {
        if (draft.rules() == null) {
            throw Refused.of(400, "shared.invalid", "rules");
        }
        Map<String, Map<String, Integer>> weights = new LinkedHashMap<>();
        for (DraftRule each : draft.rules()) {
            if (each.id() == null || each.parameters() == null) {
                throw Refused.of(400, "shared.invalid", "rules");
            }
            weights.put(each.id(), each.parameters());
        }
        return versions.draft(viewer, weights);
    }

    @PostMapping("/{version}/try")
    RuleTrial tryOut(Viewer viewer, @PathVariable("version") int version, @RequestBody Trial trial) {
        return versions.tryOut(viewer, version, trial.days());
    }

    @PostMapping("/{version}/live")
    RuleVersionView goLive(Viewer viewer, @PathVariable("version") int version) {
        return versions.goLive(viewer, version);
    }
}
