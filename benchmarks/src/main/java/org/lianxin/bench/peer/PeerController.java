package org.lianxin.bench.peer;

import java.util.Map;
import org.flowable.engine.RuntimeService;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes signals: each is stored and has its process before the answer. */
@RestController
class PeerController {

    private final JdbcClient jdbc;
    private final RuntimeService processes;
    private final TransactionTemplate transaction;

    PeerController(JdbcClient jdbc, RuntimeService processes, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.transaction = transaction;
    }

    @PostMapping("/signals")
    ResponseEntity<Map<String, String>> take(@RequestBody JsonNode signal) {
        String sourceId = signal.required("sourceId").stringValue();
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> store(sourceId, signal)));
        return ResponseEntity.status(isNew ? 201 : 200)
                .body(Map.of("sourceId", sourceId, "outcome", isNew ? "accepted" : "merged"));
    }

    private boolean store(String sourceId, JsonNode signal) {
        int stored = jdbc.sql("INSERT INTO peer.signal (source_id, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(sourceId)
                .param(signal.toString())
                .update();
        if (stored == 1) {
            processes.startProcessInstanceByKey(
                    "warning",
                    sourceId,
                    Map.of("level", signal.required("level").stringValue()));
        }
        return stored == 1;
    }
}
