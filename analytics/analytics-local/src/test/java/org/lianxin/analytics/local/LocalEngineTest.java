package org.lianxin.analytics.local;

import java.util.HashMap;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.testkit.Evidence;
import org.lianxin.analytics.testkit.GraphEngineContract;

class LocalEngineTest extends GraphEngineContract {
    @Override
    protected GraphEngine engineOn(Evidence evidence) {
        var opened = new HashMap<String, Long>();
        evidence.opened().forEach((account, moment) -> opened.put(account, moment.toEpochMilli()));
        return LocalEngine.on(new SmallCase(
                evidence.transfers().stream()
                        .map(one -> new SmallCase.Transfer(
                                one.id(), one.from(), one.to(), one.time().toEpochMilli(), one.cents()))
                        .toList(),
                evidence.shared().stream()
                        .map(one -> new SmallCase.Shared(
                                one.account(),
                                one.identifier(),
                                one.since() == null
                                        ? SmallCase.UNKNOWN
                                        : one.since().toEpochMilli()))
                        .toList(),
                opened));
    }
}
