package org.lianxin.analytics.local;

import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.testkit.Evidence;
import org.lianxin.analytics.testkit.GraphEngineContract;

class LocalEngineTest extends GraphEngineContract {
    @Override
    protected GraphEngine engineOn(Evidence evidence) {
        return LocalEngine.on(MemoryCase.of(evidence));
    }
}
