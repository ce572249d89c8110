package org.lianxin.warning.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.stream.Arrived;
import org.lianxin.warning.stream.StreamIntake;
import org.springframework.stereotype.Component;

/** Records as a careless source puts them into a stream; there is no broker behind them. */
@Component
class MadeUpStrays {

    private static final String TOPIC = "province.warnings";
    private static final List<String> RECORDS = List.of(
            "{\"sourceId\":\"SP-88213\",\"occurredAt\":\"2026-11-",
            "{\"sourceId\":\"SP-88219\",\"occurredAt\":\"2099-01-01 08:00\",\"level\":\"极高\",\"phone\":\"1390475\"}");

    private final StreamIntake intake;

    MadeUpStrays(StreamIntake intake) {
        this.intake = intake;
    }

    void arrive(UnitRef unit) {
        for (int i = 0; i < RECORDS.size(); i++) {
            byte[] value = RECORDS.get(i).getBytes(StandardCharsets.UTF_8);
            intake.take(Sender.machine("省平台", unit, null), List.of(new Arrived(TOPIC, i, 40_211L + 7L * i, value)));
        }
    }
}
