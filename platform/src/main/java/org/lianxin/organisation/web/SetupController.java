package org.lianxin.organisation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.signin.FirstAdministrator;
import org.lianxin.organisation.signin.FirstAdministrator.Setup;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SetupController {

    private static final int LONGEST = 100;

    private final FirstAdministrator first;

    SetupController(FirstAdministrator first) {
        this.first = first;
    }

    record SetupRequest(
            @Nullable String code,
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable String unitLevel,
            @Nullable String number,
            @Nullable String name,
            @Nullable String account,
            @Nullable String password) {
        @Override
        public String toString() {
            return "SetupRequest[***]";
        }
    }

    @PostMapping("/api/organisation/setup")
    @ResponseStatus(HttpStatus.CREATED)
    void setUp(@RequestBody SetupRequest asked) {
        String unitCode = Fields.text(asked.unitCode, "unitCode", 40);
        if (!unitCode.matches("[0-9A-Za-z-]+")) {
            throw Fields.invalid("unitCode");
        }
        NewUnit unit = new NewUnit(
                unitCode,
                null,
                Fields.text(asked.unitName, "unitName", LONGEST),
                UnitLevels.named(asked.unitLevel == null ? "city" : asked.unitLevel),
                "police",
                List.of(),
                List.of());
        String account = Fields.text(asked.account, "account", 40);
        if (!account.matches("[a-z0-9][a-z0-9._-]*")) {
            throw Fields.invalid("account");
        }
        first.setUp(new Setup(
                Fields.text(asked.code, "code", LONGEST),
                unit,
                Fields.text(asked.number, "number", 40),
                Fields.text(asked.name, "name", LONGEST),
                account,
                Fields.given(asked.password, "password")));
    }
}
