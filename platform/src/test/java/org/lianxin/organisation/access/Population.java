package org.lianxin.organisation.access;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.order.IssueOrder;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.signin.ClientTokens;
import org.lianxin.organisation.signin.SignIns;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;

/**
 * Everybody who might call: nobody, a machine, one person in every role, one in all roles who may see everything, and one in
 * all roles whose reach ends at a district where nothing happens. Work is seeded elsewhere only.
 */
class Population {

    static final String NOBODY = "nobody";
    static final String MACHINE = "machine";
    static final String EVERYTHING = "everything";
    static final String STRANGER = "stranger";

    private final Staffing staffing;
    private final Units units;
    private final SignIns signIns;
    private final ClientTokens tokens;
    private final Orders orders;
    private final ScopedTransactions transactions;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Instant started = Instant.now();
    private final Map<String, Credentials> known = new LinkedHashMap<>();

    Population(
            Staffing staffing,
            Units units,
            SignIns signIns,
            ClientTokens tokens,
            Orders orders,
            ScopedTransactions transactions) {
        this.staffing = staffing;
        this.units = units;
        this.signIns = signIns;
        this.tokens = tokens;
        this.orders = orders;
        this.transactions = transactions;
    }

    /** @param roles the one role of the caller, where there is one */
    private record Credentials(
            @Nullable String header, @Nullable String value, Set<Role> roles) {}

    /** Three possible victims, far from where the stranger works. */
    void reportSignals(String address) {
        Endpoint intake = new Endpoint("POST", "/api/warning/signals");
        for (int i = 1; i <= 3; i++) {
            Answer answer = call(address, MACHINE, intake, intake.pattern(), """
                    {"sourceId":"S1-%1$d","source":"测试平台","occurredAt":"%2$s","name":"测试人%1$d","phone":"1394750%1$d17%1$d",
                     "scamType":"刷单返利","level":"high","amountCents":5000000,"address":"内蒙古通辽市霍林郭勒市珠斯花街道"}""".formatted(i, started));
            if (answer.status() != 201 && answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }

    /** Everybody is signed in afresh, whatever an earlier test did to their sessions. */
    synchronized void settle() {
        if (!known.isEmpty()) {
            List.copyOf(known.keySet()).stream()
                    .filter(caller -> !rolesOf(caller).isEmpty())
                    .forEach(this::signIn);
            return;
        }
        staffing.apply(Tongliao.roster());
        staffing.apply(new Roster(
                List.of(),
                List.of(
                        allRoles("9001", EVERYTHING, "15", DataScope.ALL),
                        allRoles("9002", STRANGER, "150502-a", DataScope.UNIT_AND_BELOW))));
        issueOrders();
        known.put(NOBODY, new Credentials(null, null, Set.of()));
        String token = transactions.runAs(
                new SystemJob("organisation.test", false),
                () -> tokens.create(
                        "machine",
                        List.of("warning:submit"),
                        units.findByCode("1505").orElseThrow()));
        known.put(MACHINE, new Credentials("Authorization", "Bearer " + token, Set.of()));
        for (String account : List.of(
                "clerk",
                "officer",
                "command",
                "chief",
                "admin",
                "privacy",
                "rules",
                "issuer",
                "approver",
                EVERYTHING,
                STRANGER)) {
            signIn(account);
        }
    }

    /** One more person, signed in; not among those whose every call is tried. */
    void join(String number, String account, String unit, Role role, DataScope scope) {
        NewPost post = new NewPost(unit, "劝阻", Set.of(role), scope, List.of());
        staffing.apply(new Roster(
                List.of(),
                List.of(new NewStaff(number, account, account, Tongliao.PASSWORD, null, List.of(post), List.of()))));
        signIn(account);
    }

    private void signIn(String account) {
        var done = (SignIns.Outcome.SignedIn)
                signIns.signIn(new SignIns.Attempt(account, Tongliao.PASSWORD, null, null, "127.0.0.1", "test"));
        known.put(
                account,
                new Credentials(
                        "Cookie",
                        SessionCookies.SESSION + "=" + done.token(),
                        done.viewer().roles()));
    }

    private void issueOrders() {
        Units.UnitRef from = units.findByCode("1505").orElseThrow();
        transactions.runAs(
                new SystemJob("organisation.test", false),
                () -> orders.issue(List.of(
                        order("150581-zs", from.id(), 1),
                        order("150581", from.id(), 2),
                        order("1505-fz", from.id(), 3))));
    }

    private IssueOrder order(String to, UUID from, int serial) {
        return new IssueOrder(
                "errand",
                "取回资料",
                null,
                new SubjectRef("test", UUID.randomUUID()),
                "test/" + serial,
                units.findByCode(to).orElseThrow().id(),
                null,
                from,
                Duration.ofHours(8),
                "plain",
                IssueOrder.Urgency.NORMAL,
                10);
    }

    private static NewStaff allRoles(String number, String account, String unit, DataScope scope) {
        return new NewStaff(
                number,
                account,
                account,
                Tongliao.PASSWORD,
                null,
                List.of(new NewPost(unit, "全部", EnumSet.allOf(Role.class), scope, List.of())),
                List.of());
    }

    /** Those whose every call is tried. The stranger is not among them: what a stranger made would not be foreign. */
    List<String> callers() {
        return known.keySet().stream()
                .filter(caller -> !caller.equals(STRANGER) && !caller.equals(EVERYTHING))
                .toList();
    }

    Set<Role> rolesOf(String caller) {
        return credentials(caller).roles;
    }

    /** Signs in anew when the last call signed the caller out. */
    Answer call(String address, String caller, Endpoint endpoint, String path) {
        return call(address, caller, endpoint, path, "{}");
    }

    Answer call(String address, String caller, Endpoint endpoint, String path, String json) {
        Credentials credentials = credentials(caller);
        HttpRequest.Builder request = HttpRequest.newBuilder(java.net.URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Lianxin", "1")
                .header("Content-Type", "application/json");
        if (credentials.header != null && credentials.value != null) {
            request.header(credentials.header, credentials.value);
        }
        boolean bodied = Set.of("POST", "PUT", "PATCH").contains(endpoint.method());
        Answer answer = Answer.to(
                client,
                request.method(endpoint.method(), bodied ? BodyPublishers.ofString(json) : BodyPublishers.noBody())
                        .build());
        if (endpoint.pattern().endsWith("/sign-out") && !credentials.roles.isEmpty()) {
            signIn(caller);
        }
        return answer;
    }

    private Credentials credentials(String caller) {
        return java.util.Objects.requireNonNull(known.get(caller));
    }
}
