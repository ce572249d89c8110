/**
 * 演示: the demo city, only in an instance stamped DEMO when its data folder was created.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "vault",
            "place",
            "organisation",
            "order",
            "notification",
            "live",
            "warning",
            "indicator"
        })
@NullMarked
package org.lianxin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
