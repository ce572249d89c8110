package org.lianxin.warning.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.wallboard.Wallboard;
import org.lianxin.warning.wallboard.Wallboards;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The wallboard: figures of a unit, and the orders whose time runs out next. */
@RestController
class WallboardController {

    private final Wallboards wallboards;

    WallboardController(Wallboards wallboards) {
        this.wallboards = wallboards;
    }

    @GetMapping("/api/warning/wallboard")
    Wallboard show(Viewer viewer, @RequestParam(name = "unit", required = false) @Nullable UUID unit) {
        return wallboards.of(viewer, unit);
    }
}
