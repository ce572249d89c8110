package org.lianxin.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.signin.FirstAdministrator;
import org.lianxin.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody gives what is not theirs to give. */
@SpringBootTest(classes = PeopleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GrantsWebTest {

    private static final String STAFF = "/api/organisation/staff";
    private static final SystemJob JOB = new SystemJob("organisation.test", false);

    @LocalServerPort
    private int port;

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @AfterEach
    void nobodyIsBlocked() {
        transactions.runAs(
                JOB,
                () -> jdbc.sql("update organisation.staff set state = 'active'").update());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RULE_KEEPER", "PRIVACY_OFFICER"})
    void aRoleForEverybodyIsGivenByWhoAnswersForEverybody(String role) {
        String inTheDistrict = person("0960", "150502-a", "规则", role, "UNIT");
        HttpResponse<String> refused = signedIn("elsewhere").post(STAFF, inTheDistrict);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("organisation.beyond-scope");
        String number = role.equals("RULE_KEEPER") ? "0961" : "0962";
        assertThat(signedIn("admin")
                        .post(STAFF, person(number, "150502-a", "规则", role, "UNIT"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void nobodyChangesTheirOwnPostsStateOrPassword() {
        Browser admin = signedIn("admin");
        String own = STAFF + "/" + idOf("0005");
        String same = person("0005", "15", "系统管理员", "ADMINISTRATOR", "ALL");
        assertThat(admin.put(own, same).statusCode()).isEqualTo(200);
        for (String change : new String[] {
            same.replace("[\"ADMINISTRATOR\"]", "[\"ADMINISTRATOR\",\"WARNING_CLERK\"]"),
            same.replace("\"posts\"", "\"state\":\"blocked\",\"posts\""),
            same.replace("\"posts\"", "\"password\":\"a long new password\",\"posts\"")
        }) {
            HttpResponse<String> answer = admin.put(own, change);
            assertThat(answer.statusCode()).as(change).isEqualTo(403);
            assertThat(answer.body()).contains("organisation.own-post");
        }
        assertThat(admin.get("/api/organisation/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anEditWithoutAStateLeavesTheStateAlone() {
        Browser admin = signedIn("admin");
        String officer = STAFF + "/" + idOf("0002");
        String edit = person("0002", "150581-zs", "民警", "VISITING_OFFICER", "OWN");
        assertThat(admin.put(officer, edit.replace("\"posts\"", "\"state\":\"blocked\",\"posts\""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.put(officer, edit).statusCode()).isEqualTo(200);
        assertThat(stateOf("0002")).isEqualTo("blocked");
    }

    @Test
    void whoHasGreaterRightsIsNotChangedFromBelow() {
        assertThat(signedIn("admin")
                        .post(STAFF, person("0963", "150502", "隐私", "PRIVACY_OFFICER", "UNIT"))
                        .statusCode())
                .isIn(201, 409);
        HttpResponse<String> taken = signedIn("elsewhere")
                .put(STAFF + "/" + idOf("0963"), person("0963", "150502", "民警", "VISITING_OFFICER", "OWN"));
        assertThat(taken.statusCode()).isEqualTo(403);
    }

    @Test
    void aNumberInUseBeyondOnesReachIsTakenLikeAnyOther() {
        HttpResponse<String> taken =
                signedIn("elsewhere").post(STAFF, person("0002", "150502-a", "民警", "VISITING_OFFICER", "OWN"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("organisation.taken");
    }

    @Test
    void administratorsWhoAreAllBlockedAreNoAdministrators() {
        assertThat(first.isNeeded()).isFalse();
        transactions.runAs(JOB, () -> jdbc.sql("""
                        update organisation.staff set state = 'blocked' where id in (
                            select staff_id from organisation.post where roles @> array['ADMINISTRATOR'])""").update());
        assertThat(first.isNeeded()).isTrue();
    }

    private String person(String number, String unit, String title, String role, String scope) {
        return """
                {"number":"%s","name":"改名","posts":[{"unitId":"%s","title":"%s","roles":["%s"],"scope":"%s"}]}""".formatted(number, units.findByCode(unit).orElseThrow().id(), title, role, scope);
    }

    private UUID idOf(String number) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select id from organisation.staff where number = ?")
                        .param(number)
                        .query(UUID.class)
                        .single());
    }

    private String stateOf(String number) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select state from organisation.staff where number = ?")
                        .param(number)
                        .query(String.class)
                        .single());
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(address(), account, Tongliao.PASSWORD);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
