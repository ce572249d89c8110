package org.lianxin.organisation.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.signin.ClientTokens;
import org.lianxin.organisation.signin.ClientTokens.ClientView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Machines that may submit. */
@RestController
class ClientsController {

    private final ScopedTransactions transactions;
    private final ClientTokens tokens;
    private final Units units;
    private final AuditLog log;

    ClientsController(ScopedTransactions transactions, ClientTokens tokens, Units units, AuditLog log) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.units = units;
        this.log = log;
    }

    record ClientList(List<ClientView> items, List<String> scopes) {}

    record ClientRequest(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable UUID unitId) {}

    /** The one time that the token is told. */
    record NewToken(String token) {
        @Override
        public String toString() {
            return "NewToken[***]";
        }
    }

    @GetMapping("/api/organisation/clients")
    ClientList list(Viewer viewer) {
        List<String> scopes = ClientTokens.SCOPES.stream().sorted().toList();
        return transactions.run(viewer, () -> new ClientList(tokens.list(), scopes));
    }

    @PostMapping("/api/organisation/clients")
    @ResponseStatus(HttpStatus.CREATED)
    NewToken create(Viewer viewer, @RequestBody ClientRequest asked) {
        String name = Fields.text(asked.name, "name", 80);
        List<String> scopes = Fields.list(asked.scopes);
        if (scopes.isEmpty() || !ClientTokens.SCOPES.containsAll(scopes)) {
            throw Fields.invalid("scopes");
        }
        UUID unitId = asked.unitId == null ? viewer.unitId() : asked.unitId;
        return transactions.run(viewer, () -> {
            UnitRef unit = units.list().stream()
                    .filter(each -> each.id().equals(unitId) && viewer.reaches(each.path()))
                    .findFirst()
                    .orElseThrow(Refused::missing);
            log.deed(new Deed("organisation.client.created", null, 1, "done", name));
            return new NewToken(tokens.create(name, scopes, unit));
        });
    }

    @DeleteMapping("/api/organisation/clients/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Viewer viewer, @PathVariable UUID id) {
        transactions.run(viewer, () -> {
            if (!tokens.end(id)) {
                throw Refused.missing();
            }
            log.deed(new Deed("organisation.client.ended", new SubjectRef("organisation", id), 1, "done", null));
            return true;
        });
    }
}
