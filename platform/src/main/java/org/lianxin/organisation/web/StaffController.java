package org.lianxin.organisation.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.organisation.signin.Credentials;
import org.lianxin.organisation.signin.Passwords;
import org.lianxin.organisation.signin.Sessions;
import org.lianxin.organisation.signin.Tokens;
import org.lianxin.organisation.store.RosterRows;
import org.lianxin.organisation.store.StaffRows;
import org.lianxin.organisation.store.StaffRows.Known;
import org.lianxin.organisation.store.StaffRows.StaffView;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Slice;
import org.lianxin.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffController {

    private static final int LONGEST = 100;
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final Set<String> STATES = Set.of("active", "blocked", "left");

    private final ScopedTransactions transactions;
    private final StaffRows staff;
    private final OrganisationWrites writes;
    private final GrantRules grants;
    private final Sessions sessions;

    StaffController(
            ScopedTransactions transactions,
            StaffRows staff,
            OrganisationWrites writes,
            GrantRules grants,
            Sessions sessions) {
        this.transactions = transactions;
        this.staff = staff;
        this.writes = writes;
        this.grants = grants;
        this.sessions = sessions;
    }

    record StaffRequest(
            @Nullable String number,
            @Nullable String name,
            @Nullable String account,
            @Nullable String password,
            @Nullable String phone,
            @Nullable String state,
            @Nullable List<PostRequest> posts) {
        @Override
        public String toString() {
            return "StaffRequest[***]";
        }
    }

    record PostRequest(
            @Nullable UUID unitId,
            @Nullable String title,
            @Nullable List<String> roles,
            @Nullable String scope,
            @Nullable List<UUID> chosen) {}

    record StaffId(UUID id) {}

    @GetMapping("/api/organisation/staff")
    Slice<StaffView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + USUAL_SIZE) int size) {
        String text = q == null || q.isBlank() ? null : q.strip();
        String from = after == null || after.isBlank() ? null : after;
        int few = Math.clamp(size, 1, LARGEST_SIZE);
        return transactions.run(viewer, () -> staff.list(new StaffRows.Query(unit, text, order, from, few)));
    }

    @PostMapping("/api/organisation/staff")
    @ResponseStatus(HttpStatus.CREATED)
    StaffId create(Viewer viewer, @RequestBody StaffRequest asked) {
        return transactions.run(viewer, () -> {
            String number = Fields.text(asked.number, "number", 40);
            if (grants.isTaken(number)) {
                throw Refused.of(409, "organisation.taken", number);
            }
            return put(viewer, asked, number, asked.account);
        });
    }

    @PutMapping("/api/organisation/staff/{id}")
    StaffId change(Viewer viewer, @PathVariable UUID id, @RequestBody StaffRequest asked) {
        StaffId changed = transactions.run(viewer, () -> {
            Known known = staff.find(id);
            if (known == null || !viewer.reaches(known.home())) {
                throw Refused.missing();
            }
            if (asked.state != null && !STATES.contains(asked.state)) {
                throw Fields.invalid("state");
            }
            writes.grants().refuseChange(viewer, id, asked, posts(viewer, asked));
            if (asked.state != null) {
                staff.setState(id, asked.state);
            }
            return put(viewer, asked, known.number(), asked.account == null ? known.account() : asked.account);
        });
        if (asked.password != null || (asked.state != null && !asked.state.equals("active"))) {
            sessions.endOthers(id, List.of());
        }
        return changed;
    }

    /** The one time that the code is told. */
    record OneTimeCode(String code) {
        @Override
        public String toString() {
            return "OneTimeCode[***]";
        }
    }

    /** For somebody who cannot sign in: a password that opens nothing but its own change, within a day. */
    @PostMapping("/api/organisation/staff/{id}/one-time-code")
    @ResponseStatus(HttpStatus.CREATED)
    OneTimeCode oneTimeCode(Viewer viewer, @PathVariable UUID id) {
        String code = transactions.run(viewer, () -> {
            Known known = staff.find(id);
            if (known == null || !viewer.reaches(known.home())) {
                throw Refused.missing();
            }
            if (known.account() == null) {
                throw Refused.of(422, "organisation.no-account", known.name());
            }
            if (id.equals(viewer.staffId())) {
                throw Grants.own();
            }
            writes.grants().refuseGreater(viewer, id);
            writes.told("one-time-code", id, known.home(), null);
            return grants.oneTimeCode(id);
        });
        sessions.endOthers(id, List.of());
        return new OneTimeCode(code);
    }

    private StaffId put(Viewer viewer, StaffRequest asked, String number, @Nullable String account) {
        List<NewPost> posts = posts(viewer, asked);
        if (account != null && !account.matches("[a-z0-9][a-z0-9._-]{0,39}")) {
            throw Fields.invalid("account");
        }
        if (asked.password != null) {
            grants.refuseWeak(asked.password, account == null ? "" : account);
        }
        NewStaff wanted = new NewStaff(
                number,
                Fields.text(asked.name, "name", LONGEST),
                account,
                asked.password,
                asked.phone,
                posts,
                List.of());
        return new StaffId(
                writes.putStaff(wanted, grants.pathOf(posts.getFirst().unitCode())));
    }

    private List<NewPost> posts(Viewer viewer, StaffRequest asked) {
        List<NewPost> posts = Fields.list(asked.posts).stream()
                .map(post -> post(viewer, post))
                .toList();
        if (posts.isEmpty()) {
            throw Fields.invalid("posts");
        }
        return posts;
    }

    private NewPost post(Viewer viewer, PostRequest asked) {
        UnitRef unit = grants.unit(viewer, Fields.given(asked.unitId, "unitId"));
        DataScope scope = Fields.one(DataScope.class, asked.scope, "scope");
        Set<Role> roles = Fields.list(asked.roles).stream()
                .map(role -> Fields.one(Role.class, role, "roles"))
                .collect(Collectors.toSet());
        List<String> chosen = Fields.list(asked.chosen).stream()
                .map(id -> grants.unit(viewer, id).code())
                .toList();
        if (Grants.isBeyond(viewer, scope, roles)) {
            throw Refused.of(403, "organisation.beyond-scope", Fields.text(asked.title, "title", LONGEST));
        }
        return new NewPost(unit.code(), Fields.text(asked.title, "title", LONGEST), roles, scope, chosen);
    }

    /** Nobody grants more than they have: units and people within their own reach only. */
    @Component
    static class GrantRules {
        private final Units units;
        private final RosterRows rows;
        private final Passwords passwords;
        private final Credentials credentials;

        GrantRules(Units units, RosterRows rows, Passwords passwords, Credentials credentials) {
            this.units = units;
            this.rows = rows;
            this.passwords = passwords;
            this.credentials = credentials;
        }

        UnitRef unit(Viewer viewer, UUID id) {
            return units.list().stream()
                    .filter(unit -> unit.id().equals(id) && viewer.reaches(unit.path()))
                    .findFirst()
                    .orElseThrow(Refused::missing);
        }

        org.lianxin.shared.UnitPath pathOf(String code) {
            return units.findByCode(code).orElseThrow(Refused::missing).path();
        }

        boolean isTaken(String number) {
            return rows.isStaffNumberTaken(number);
        }

        String oneTimeCode(UUID staff) {
            String code = Tokens.spoken();
            credentials.putOneTime(staff, credentials.hash(code));
            return code;
        }

        void refuseWeak(String password, String account) {
            passwords.refuseWeak(password, account);
        }
    }
}
