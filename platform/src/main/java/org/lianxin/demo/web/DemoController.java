package org.lianxin.demo.web;

import org.jspecify.annotations.Nullable;
import org.lianxin.demo.DemoLife;
import org.lianxin.shared.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether colleagues are simulated at work, and stops or starts them. Answers as missing outside a demonstration. */
@RestController
@RequestMapping("/api/demo/life")
class DemoController {

    private final DemoLife life;

    DemoController(DemoLife life) {
        this.life = life;
    }

    record LifeView(boolean running) {}

    record Asked(@Nullable Boolean running) {}

    @GetMapping
    LifeView life() {
        return new LifeView(life.isRunning());
    }

    @PostMapping
    LifeView set(@RequestBody Asked asked) {
        Boolean wanted = asked.running();
        life.isRunning();
        if (wanted == null) {
            throw Refused.of(422, "shared.invalid", "running");
        }
        life.set(wanted);
        return new LifeView(wanted);
    }
}
